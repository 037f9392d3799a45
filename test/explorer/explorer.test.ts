/** What the explorer computes, without a browser: the model, filters, search, links, citations, marks, and where things lie. */
import { describe, expect, test } from 'vitest'
import { cameraFor, panBy, toGraph, toScreen, zoomAt } from '../../src/explorer/camera.js'
import { citation, linkTo } from '../../src/explorer/citation.js'
import { applyFilters, noFilters, toggled } from '../../src/explorer/filters.js'
import { markText, sentencesAround } from '../../src/explorer/highlight.js'
import { curveAt, discAt, neighbourIn } from '../../src/explorer/hit.js'
import { Room, shorten } from '../../src/explorer/labels.js'
import { makeReport } from '../../src/explorer/report.js'
import { makeScene } from '../../src/explorer/scene.js'
import { fold, indexModel } from '../../src/explorer/search.js'
import { spreadOut } from '../../src/explorer/spread.js'
import { makeStore, readHash, startState, writeHash } from '../../src/explorer/state.js'
import { count, dayInWords, spanInWords } from '../../src/explorer/words.js'
import { fixture } from './fixture.js'

const { made, model } = fixture()
const everything = applyFilters(model, noFilters)

describe('the model', () => {
  test('holds every statement of the records with its words', () => {
    const records = [...made.records]
    expect(model.statements.map(({ id }) => id).sort()).toEqual(
      records.flatMap(({ statements }) => statements.map(({ id }) => id)).sort()
    )
    for (const { article, statements } of records) {
      for (const { id, content } of statements) {
        const said = content.map(({ start, end }) => article.text.slice(start, end)).join(' … ')
        expect(model.statements.find((each) => each.id === id)?.text).toBe(said)
      }
    }
  })

  test('turns the code points of the graph’s edges back into the very words, also behind an emoji', () => {
    let compared = 0
    for (const edge of model.edges) {
      const key = made.actors.findEdge(
        `entity/${edge.from.id}`,
        `entity/${edge.to.id}`,
        (_, { relation }) => relation === edge.relation
      )
      const listed: { quote: string }[] = JSON.parse(made.actors.getEdgeAttribute(key, 'evidence'))
      expect(edge.evidence.map(({ article, range }) => article.text.slice(...range))).toEqual(
        listed.map(({ quote }) => quote)
      )
      compared += listed.length
    }
    expect(compared).toBeGreaterThan(2)
  })

  test('names an article without a title by its first words', () => {
    expect(model.articles.map(({ label }) => label).sort()).toEqual([
      'Bridge to reopen',
      'The ferry line 😀 will close, harbour master Zoé Quinn told Island…'
    ])
  })

  test('dates a statement by its own words, else by its article', () => {
    const reopen = model.statements.find(({ text }) => text.includes('would reopen'))
    expect([reopen?.day, reopen?.dayFrom]).toEqual(['2024-06-10', 'text'])
    const ferry = model.statements.find(({ text }) => text.includes('Nobody asked'))
    expect([ferry?.day, ferry?.dayFrom]).toEqual(['2024-06-13', 'article'])
  })
})

describe('filters', () => {
  test('narrow by act, article, actor and day, and together', () => {
    const denials = applyFilters(model, { ...noFilters, acts: new Set(['deny' as const]) })
    expect(denials.statements.length).toBe(2)
    expect(denials.statements.every(({ act }) => act === 'deny')).toBe(true)
    const [ferry] = model.articles.filter(({ doc }) => doc === 'ferry')
    const both = applyFilters(model, {
      ...noFilters,
      acts: new Set(['deny' as const]),
      articles: new Set([ferry?.number ?? -1])
    })
    expect(both.statements.map(({ article }) => article.doc)).toEqual(['ferry'])
    const early = applyFilters(model, { ...noFilters, to: '2024-06-10' })
    expect(early.statements.length).toBeGreaterThan(0)
    expect(early.statements.every(({ day }) => day <= '2024-06-10')).toBe(true)
    const quinn = model.actors.find(({ name }) => name === 'Zoé Quinn')
    const hers = applyFilters(model, { ...noFilters, actors: new Set([quinn?.number ?? -1]) })
    expect(hers.statements.length).toBeGreaterThan(0)
    expect(hers.statements.every(({ chain }) => chain.some(({ actor }) => actor === quinn))).toBe(true)
  })

  test('hide an edge when none of its evidence is left', () => {
    const nothing = applyFilters(model, { ...noFilters, from: '2100-01-01' })
    expect(model.edges.some(nothing.hasEdge)).toBe(false)
    expect(makeScene(model, nothing).curves.some(({ shown }) => shown)).toBe(false)
    expect(makeScene(model, everything).curves.every(({ shown }) => shown)).toBe(true)
  })

  test('toggling twice is as before', () => {
    expect([...toggled(toggled(new Set([1]), 2), 2)]).toEqual([1])
  })
})

describe('search', () => {
  const index = indexModel(model)
  test('finds without accents, capitals or curly quotation marks', () => {
    const found = index.find('zoe QUINN')[0]
    expect(found?.kind === 'actor' && found.actor.name).toBe('Zoé Quinn')
    expect(fold('“Zoé’s” – ')).toBe('"zoe\'s" - ')
  })

  test.each([
    ['haddad denied', 'statement'],
    ['not clear when', 'article'],
    ['reopen', 'statement'],
    ['bridge to reopen', 'article']
  ])('%s leads to a %s', (query, kind) => {
    expect(index.find(query).map((found) => found.kind)).toContain(kind)
  })

  test('finds nothing for nothing', () => {
    expect(index.find('  ')).toEqual([])
    expect(index.find('xylophone')).toEqual([])
  })
})

describe('links', () => {
  test('lead back to what was selected, whatever it was', () => {
    const start = startState(model, '')
    const [statement] = model.statements
    const [actor] = model.actors
    const [claim] = model.claims
    const [article] = model.articles
    const edge = model.edges.at(-1)
    if (!statement || !actor || !claim || !article || !edge) throw new Error('the fixture is empty')
    const selections = [
      { kind: 'statement', statement },
      { kind: 'actor', actor },
      { kind: 'claim', claim },
      { kind: 'article', article, sentence: -1 },
      { kind: 'edge', edge, place: 0 }
    ] as const
    for (const selection of selections) {
      const state = { ...start, selection, view: 'table' as const }
      expect(readHash(writeHash(state), model)).toEqual({ view: 'table', selection })
    }
  })

  test('a broken or foreign link selects nothing and does not throw', () => {
    for (const hash of ['#statement=nope', '#%E0%A4%A', '#edge=a/b', '#view=nonsense', '#=', '#actor=__proto__']) {
      expect(readHash(hash, model)).toEqual({ view: 'graph', selection: null })
    }
  })

  test('the link of a statement is the page and its key, the citation has who, what, where', () => {
    const denial = model.statements.find(({ act, article }) => act === 'deny' && article.doc === 'bridge')
    if (!denial) throw new Error('no denial')
    expect(linkTo(denial, 'file:///a/index.html#view=table')).toBe(`file:///a/index.html#statement=${denial.key}`)
    const cited = citation(denial)
    for (const part of [
      'Omar Haddad denied',
      'the bridge was unsafe',
      'Bridge to reopen',
      'Harbour Post',
      '12 June 2024'
    ]) {
      expect(cited).toContain(part)
    }
    expect(cited).toContain(denial.id)
  })

  test('a store tells listeners what changed', () => {
    const store = makeStore(startState(model, ''))
    const seen: string[] = []
    store.listen((now, before) => seen.push(`${before.view} ${now.view}`))
    store.change({ view: 'report' })
    expect(seen).toEqual(['graph report'])
  })
})

describe('marks', () => {
  test('cut the text and lose nothing of it', () => {
    const text = 'He said no. She left.\n'
    const stretches = markText(
      text,
      [
        [0, 11],
        [12, 21]
      ],
      [
        { range: [3, 7], name: 'cue' },
        { range: [5, 10], name: 'content' }
      ]
    )
    expect(stretches.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')).toBe(text)
    expect(stretches.map(({ sentence }) => sentence)).toEqual([0, -1, 1, -1])
    expect(stretches[0]?.pieces.map(({ names }) => names.join('+'))).toEqual(['', 'cue', 'cue+content', 'content', ''])
  })

  test('sentences around ranges are whole', () => {
    expect(
      sentencesAround(
        [
          [0, 5],
          [6, 9],
          [10, 12]
        ],
        [[7, 11]]
      )
    ).toEqual([6, 12])
    expect(sentencesAround([[0, 5]], [[8, 9]])).toBeNull()
  })
})

describe('the picture', () => {
  const size = { width: 800, height: 600 }
  test('a point comes back from the screen, and the point under the pointer stays when zooming', () => {
    const camera = { x: 10, y: -4, scale: 2 }
    expect(toGraph(toScreen({ x: 3, y: 7 }, camera, size), camera, size)).toEqual({ x: 3, y: 7 })
    const pointer = { x: 100, y: 500 }
    const held = toGraph(pointer, camera, size)
    const after = toScreen(held, zoomAt(camera, pointer, 1.7, size), size)
    expect([after.x, after.y].map(Math.round)).toEqual([100, 500])
    expect(toScreen({ x: 10, y: -4 }, panBy(camera, 30, 5), size)).toEqual({ x: 430, y: 305 })
  })

  test('everything fits, even nothing and a single point', () => {
    const camera = cameraFor(
      [
        { x: -500, y: 0 },
        { x: 500, y: 90 }
      ],
      size
    )
    for (const x of [-500, 500]) {
      const at = toScreen({ x, y: 0 }, camera, size)
      expect(at.x).toBeGreaterThanOrEqual(0)
      expect(at.x).toBeLessThanOrEqual(800)
    }
    expect(cameraFor([], size).scale).toBe(1)
    expect(Number.isFinite(cameraFor([{ x: 5, y: 5 }], size).scale)).toBe(true)
  })

  test('a disc is hit before a curve, and a curve where it runs', () => {
    const scene = makeScene(model, everything)
    const camera = cameraFor(scene.discs, size)
    const [disc] = scene.discs
    if (!disc) throw new Error('no disc')
    expect(discAt(scene, toScreen(disc, camera, size), camera, size)).toBe(disc)
    expect(discAt(scene, { x: -900, y: -900 }, camera, size)).toBeNull()
    expect(curveAt(scene, { x: -900, y: -900 }, camera, size)).toBeNull()
  })

  test('parallel edges bend apart', () => {
    const bends = new Map<string, number[]>()
    for (const { from, to, bend } of makeScene(model, everything).curves) {
      const [a, b] = [from.actor.number, to.actor.number]
      const key = a < b ? `${a} ${b}` : `${b} ${a}`
      bends.set(key, [...(bends.get(key) ?? []), a < b ? bend : -bend])
    }
    for (const list of bends.values()) expect(new Set(list).size).toBe(list.length)
  })

  test('the arrow keys go to the nearest disc in their direction', () => {
    const [a, b] = model.actors
    if (!a || !b) throw new Error('no actors')
    const disc = (actor: typeof a, x: number, y: number) => ({ actor, x, y, radius: 4, shown: true })
    const discs = [disc(a, 0, 0), disc(b, 10, 2), disc(b, 30, 0), disc(a, -5, 0)]
    const scene = { discs, curves: [], discOf: new Map() }
    expect(neighbourIn(scene, discs[0] ?? disc(a, 0, 0), 1, 0)).toBe(discs[1])
    expect(neighbourIn(scene, discs[0] ?? disc(a, 0, 0), -1, 0)).toBe(discs[3])
    expect(neighbourIn(scene, discs[0] ?? disc(a, 0, 0), 0, 1)).toBeNull()
  })

  test('what is crowded is spread out, and who is left of whom stays so', () => {
    const discs = [0, 1, 2, 3, 400].map((x, i) => ({ x, y: i * i, radius: 5 }))
    const spread = spreadOut(discs, 1.5)
    const xs = spread.map(({ x }) => x)
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
    for (const [i, a] of spread.entries()) {
      for (const b of spread.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(20)
    }
    const same = spreadOut(
      [1, 2].map(() => ({ x: 7, y: 7, radius: 5 })),
      1
    )
    expect(Math.hypot((same[0]?.x ?? 0) - (same[1]?.x ?? 0), (same[0]?.y ?? 0) - (same[1]?.y ?? 0))).toBeGreaterThan(20)
    expect(spreadOut([], 1)).toEqual([])
  })

  test('labels do not lie on one another and are cut between letters', () => {
    const room = new Room()
    const box = { left: 0, top: 0, width: 100, height: 12 }
    room.take(box)
    expect(room.isFree({ ...box, left: 99 })).toBe(false)
    expect(room.isFree({ ...box, left: 101 })).toBe(true)
    expect(shorten('a😀b', 2)).toBe('a😀…')
    expect(shorten('abc', 3)).toBe('abc')
  })
})

describe('the report', () => {
  test('lists denials, and what several articles print from one origin', () => {
    const report = makeReport(model, everything)
    expect(report.denials.map(({ who }) => who)).toEqual(['Omar Haddad', 'Omar Haddad'])
    const shared = [...report.repeated, ...report.supported].flatMap(({ articles }) => articles.map(({ doc }) => doc))
    expect(shared.sort()).toEqual(['bridge', 'ferry'])
  })
})

test.each([
  ['2023-05-23', '23 May 2023'],
  ['2023-05', 'May 2023'],
  ['2023', '2023'],
  ['2023-05-23T10:00:00Z', '23 May 2023']
])('%s is written %s', (date, words) => {
  expect(dayInWords(date)).toBe(words)
})

test('spans and counts in words', () => {
  expect(spanInWords('2023-05-15', '2023-05-21')).toBe('15 May 2023 to 21 May 2023')
  expect(spanInWords(null, '2023-05-21')).toBe('until 21 May 2023')
  expect(spanInWords('2023-05-21', null)).toBe('since 21 May 2023')
  expect([count(1, 'origin'), count(2000, 'origin')]).toEqual(['1 origin', '2,000 origins'])
})
