/** Texts that try to break out of a file: whatever an article says, files stay files and evidence stays exact. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guard, unguard } from '../../src/formats/csv.js'
import {
  evidenceIn,
  type GraphFormat,
  replaceInvalid,
  writeEdgesCsv,
  writeGexf,
  writeGraphml,
  writeNodesCsv
} from '../../src/formats/index.js'
import { readCsv } from '../../src/formats/readCsv.js'
import { readXml } from '../../src/formats/readXml.js'
import { escapeXml } from '../../src/formats/xml.js'
import { actorGraph, type HearsayGraph, provenanceGraph } from '../../src/graph/index.js'
import { claim, record, resolution, statement } from '../graph/records.js'

const nasty = [
  '</data></edge>',
  '"><img onerror=x>',
  "'",
  '"',
  '&amp;',
  '&#0;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?x?>',
  ',',
  '\r\n',
  '\r',
  '\n',
  '\t',
  '\0',
  '\u0001',
  '\u000b',
  '\u0085',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\uffff',
  '\ufffe',
  '\ud800',
  '\udc00',
  '🌧️',
  'é',
  'e\u0301',
  '\u202e',
  '=1+1',
  '+',
  '-',
  '@SUM(A1)',
  '＝',
  "'=",
  '\\',
  '|',
  ';',
  ' ',
  'Rain',
  '{"a":',
  '[',
  '%',
  '\u00a0'
]
const piece = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 6 }))
const hostile = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''))

const whole = (pieces: Iterable<string>): string => [...pieces].join('')
const written: readonly (readonly [GraphFormat, (graph: HearsayGraph) => string])[] = [
  ['graphml', (graph) => whole(writeGraphml(graph))],
  ['gexf', (graph) => whole(writeGexf(graph, { timeline: true }))],
  ['csv', (graph) => whole(writeEdgesCsv(graph))]
]

/** The text as one statement that two people make of each other, named with the same text. */
function graphsOf(text: string, name: string): HearsayGraph[] {
  const letters = [...text]
  const half = letters.slice(0, letters.length / 2).join('').length
  const first = letters[0]?.length ?? 0
  const spans = [
    { start: 0, end: half },
    { start: half, end: text.length }
  ].filter(({ start, end }) => start < end)
  const chain = [
    { role: 'speaker', entity: 'a', start: 0, end: first },
    { role: 'outlet', entity: 'b', start: 0, end: text.length }
  ] as const
  const said = statement({ content: spans, source: spans.slice(0, 1), chain, about: ['b'] })
  const entity = {
    otherNames: [name],
    exactMatch: [],
    latitude: null,
    longitude: null,
    kind: null,
    type: 'person'
  } as const
  const input = {
    records: [
      record(text, {
        statements: [said],
        mentions: [{ type: 'person', kind: 'name', entity: 'a', start: 0, end: Math.max(half, first) }]
      })
    ],
    resolution: resolution({
      entities: [
        { ...entity, id: 'a', name },
        { ...entity, id: 'b', name: text }
      ],
      claims: [claim({ text, statements: [said.id] })]
    })
  }
  return [provenanceGraph(input), actorGraph(input)]
}

test('evidence read back from any file is what the article says at that place', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, name) => {
      for (const graph of graphsOf(text, name)) {
        for (const [format, write] of written) {
          const read = [...evidenceIn(format, write(graph))]
          expect(read.length).toBeGreaterThanOrEqual(graph.size)
          for (const { start, end, quote, article } of read) {
            expect(article).toBe('article/00000000000000000000')
            expect(quote).toBe(replaceInvalid([...text].slice(start, end).join('')))
          }
        }
      }
    }),
    { numRuns: 150 }
  )
})

test('no text opens or closes a tag, and no cell becomes two', () => {
  const calm = graphsOf('Rain is coming.', 'Ann Lee')
  fc.assert(
    fc.property(hostile, hostile, (text, name) => {
      const graphs = graphsOf(`${text} and more`, name)
      for (const [i, graph] of graphs.entries()) {
        const like = calm[i]
        if (!like) throw new Error('no such graph')
        for (const write of [writeGraphml, writeGexf]) {
          const tags = (xml: string) =>
            [...readXml(xml)]
              .flatMap((part) => (part.kind === 'text' || ['data', 'attvalue'].includes(part.name) ? [] : [part.name]))
              .join(' ')
          expect(tags(whole(write(graph)))).toBe(tags(whole(write(like))))
        }
        const widths = (csv: string) => [...readCsv(csv)].map((row) => row.length)
        expect(widths(whole(writeNodesCsv(graph)))).toEqual(widths(whole(writeNodesCsv(like))))
      }
    }),
    { numRuns: 80 }
  )
})

test('XML gives back any text but for the characters that it forbids', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [open, inside] = [...readXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`)]
      expect(open?.kind === 'open' && open.attributes.get('b')).toBe(replaceInvalid(text))
      expect(inside?.kind === 'text' ? inside.text : '').toBe(replaceInvalid(text))
      expect([...replaceInvalid(text)]).toHaveLength([...text].length)
    })
  )
})

test('no cell begins a formula, and the guard comes off again', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(unguard(guard(text))).toBe(text)
      expect(guard(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    })
  )
})
