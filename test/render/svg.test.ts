import { readdirSync, readFileSync } from 'node:fs'
import { MultiDirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import { readXml } from '../../src/formats/readXml.js'
import { actorGraph, type HearsayGraph } from '../../src/graph/index.js'
import { renderSvg } from '../../src/render/index.js'
import { linesOf, widthOf } from '../../src/render/letters.js'
import { manyRecords } from '../graph/many.js'
import { fixture } from '../rdf/fixture.js'

const { records, resolution } = fixture()
const small = actorGraph({ records, resolution })
const large = actorGraph(manyRecords(400))
const empty: HearsayGraph = new MultiDirectedGraph()

interface Text {
  readonly text: string
  readonly attributes: ReadonlyMap<string, string>
}

function textsOf(svg: string, element: string): Text[] {
  const found: Text[] = []
  let open: ReadonlyMap<string, string> | null = null
  for (const part of readXml(svg)) {
    if (part.kind === 'open') open = part.name === element ? part.attributes : null
    else if (part.kind === 'text' && open) found.push({ text: part.text, attributes: open })
    else if (part.kind === 'close') open = null
  }
  return found
}

/** Names as the boxes that their letters fill. */
function namesOf(svg: string) {
  return textsOf(svg, 'text')
    .filter(({ attributes }) => attributes.get('class') === 'name')
    .map(({ text, attributes }) => {
      const [x, y, size] = ['x', 'y', 'font-size'].map((name) => Number(attributes.get(name)))
      const half = widthOf(text, size ?? 0) / 2
      return {
        text,
        left: (x ?? 0) - half,
        right: (x ?? 0) + half,
        top: (y ?? 0) - (size ?? 0) * 0.8,
        bottom: (y ?? 0) + (size ?? 0) * 0.2
      }
    })
}

test('no name lies on another, and all lie inside the picture', () => {
  for (const graph of [small, large]) {
    const names = namesOf(renderSvg(graph))
    expect(names.length).toBeGreaterThan(4)
    for (const [i, a] of names.entries()) {
      expect(a.left >= 0 && a.right <= 1200 && a.top >= 60 && a.bottom <= 716, a.text).toBe(true)
      for (const b of names.slice(i + 1)) {
        const apart = a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top
        expect(apart, `${a.text} and ${b.text}`).toBe(true)
      }
    }
  }
})

test('every line says who, what, whom, the sentence and where it stands', () => {
  const titles = textsOf(renderSvg(small), 'title').map(({ text }) => text)
  expect(titles).toContain(
    'Lowland Police speaks about Tide Column: “Tide Column set the fire at Port Elm, Lowland Police said” wire-2, sentence 1'
  )
  small.forEachEdge((_, { quote, relation }) => {
    expect(
      titles.some((title) => title.includes(`“${quote.replace(/\s+/g, ' ')}”`)),
      relation
    ).toBe(true)
  })
})

test('it can be read out: a role, a title and a description of the strongest ties', () => {
  const svg = renderSvg(small)
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="hearsay-title hearsay-description">/)
  const [{ text } = { text: '' }] = textsOf(svg, 'desc')
  expect(text).toContain('Lowland Police speaks about Tide Column (1)')
  expect(textsOf(svg, 'title')[0]?.text).toBe('Who speaks about whom')
})

test('types are told apart by dash and head, not by colour alone, in light and in dark', () => {
  const svg = renderSvg(small)
  expect(svg).toContain('prefers-color-scheme:dark')
  const lines = [
    ...svg.matchAll(
      /class="(says|denies|through) line"[^>]*?(?:stroke-dasharray="([^"]+)")? marker-end="url\(#head-\1\)"/g
    )
  ]
  const looks = new Map(lines.map(([, group, dashes]) => [group, dashes ?? 'solid']))
  expect(looks.size).toBe(3)
  expect(new Set(looks.values()).size).toBe(3)
  const legend = textsOf(svg, 'text').map(({ text }) => text)
  expect(legend).toEqual(
    expect.arrayContaining(['person', 'armed group', 'speaks about', 'denies, contradicts', 'is quoted through'])
  )
  expect(legend).not.toContain('confirms')
})

test('the most important are shown, and how many there are of all', () => {
  const svg = renderSvg(large, { actors: 12 })
  expect(svg).toContain(`The 12 of ${large.order} actors and places`)
  expect(
    (svg.match(/class="[a-z]+ line" stroke-width="[^"]*"[^>]* d="M[^H]*?"\/><\/g>/g) ?? []).length
  ).toBeLessThanOrEqual(72)
})

test('an empty graph gives a picture that says so, and a hostile name stays text', () => {
  expect(renderSvg(empty)).toContain('Nobody speaks about anybody here')
  const graph = small.copy()
  graph.forEachNode((id) => graph.setNodeAttribute(id, 'label', '</text><script>alert(1)</script>"\u0000\u202e'))
  const svg = renderSvg(graph)
  expect(svg).not.toContain('<script')
  expect(svg).not.toContain('\u0000')
  for (const part of readXml(svg))
    if (part.kind === 'open') expect(part.name).toMatch(/^(svg|title|desc|style|defs|marker|path|rect|text|g|circle)$/)
})

test('the same graph, the same bytes; and only arithmetic that is exact on every machine', () => {
  expect(renderSvg(large)).toBe(renderSvg(large.copy()))
  const folder = new URL('../../src/render/', import.meta.url)
  for (const file of readdirSync(folder)) {
    const used = [...readFileSync(new URL(file, folder), 'utf8').matchAll(/Math\.(\w+)/g)].map(([, name]) => name ?? '')
    expect(
      used.filter((name) => !['sqrt', 'round', 'min', 'max', 'abs'].includes(name)),
      file
    ).toEqual([])
  }
})

test('names are set on two lines at most, and cut where they are too long', () => {
  for (const [name, lines] of [
    ['Ann Lee', ['Ann Lee']],
    ['Lowland Ministry of Works', ['Lowland Ministry', 'of Works']],
    ['Institute for the Study of Rivers and Harbours', ['Institute for the', 'Study of Rivers and…']],
    ['Unbrokenlongnamewithoutanyspace', ['Unbrokenlongnamewitho…']],
    ['', ['']]
  ] as const)
    expect(linesOf(name)).toEqual(lines)
})
