import { describe, expect, it } from 'vitest'
import { readClaims, toBrat, toFollowTheMoney, toNanopubs, toWebAnnotations } from '../../src/exports/index.js'
import { readQuads } from '../../src/rdf/index.js'
import { resolutionFiles } from '../../src/resolve/index.js'
import { fixture } from '../rdf/fixture.js'

const { records, resolution } = fixture()
const input = { records, claims: resolution.claims }
const statements = records.flatMap((record) => record.statements.map((statement) => ({ record, statement })))
const code = (text: string) => [...text]

describe('readClaims', () => {
  it('reads what build writes', () => {
    expect(readClaims([...resolutionFiles(records, resolution)['claims.ndjson']].join(''), 'c')).toEqual(
      resolution.claims
    )
    expect(() => readClaims('\n{"claim": 1}\n', 'c')).toThrow(
      expect.objectContaining({ input: 'c:2', code: 'malformed' })
    )
  })
})

describe('toWebAnnotations', () => {
  const document = JSON.parse([...toWebAnnotations(input)].join(''))
  const items: Annotation[] = document.first.items

  interface Annotation {
    readonly id: string
    readonly body: readonly { readonly value?: string; readonly source?: string }[]
    readonly target: readonly {
      readonly source: string
      readonly selector: readonly [
        { readonly exact: string; readonly prefix: string; readonly suffix: string },
        { readonly start: number; readonly end: number }
      ]
    }[]
  }

  it('has one annotation for each statement', () => {
    expect(document.total).toBe(statements.length)
    expect(new Set(items.map(({ id }) => id)).size).toBe(statements.length)
  })

  it('quotes each content exactly, with what is around it, in code points', () => {
    const texts = new Map(records.map(({ article }) => [article.id, article.text]))
    for (const { id, target } of items) {
      const text = [...texts].find(([article]) => id.includes(article))?.[1] ?? ''
      for (const { selector } of target) {
        const [{ exact, prefix, suffix }, { start, end }] = selector
        expect(code(text).slice(start, end).join('')).toBe(exact)
        expect(text).toContain(prefix + exact + suffix)
      }
    }
  })

  it('points at the address of the article where it has one, made a valid IRI', () => {
    expect(
      items.some(({ target }) => target[0]?.source === 'https://news.example/a%20b?q=%C3%BC&x=%3Cy%3E#frag%23two')
    ).toBe(true)
    expect(items.some(({ body }) => body.some(({ source }) => source?.endsWith('/entity/ada-brook')))).toBe(true)
  })
})

describe('toFollowTheMoney', () => {
  const entities = [...toFollowTheMoney(input)].map((line) => JSON.parse(line))

  it('has ids and dates that its tools take', () => {
    for (const { id, properties } of entities) {
      expect(id).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/)
      for (const day of [...(properties.date ?? []), ...(properties.publishedAt ?? [])]) {
        expect(day).toMatch(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?$/)
      }
    }
    expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length)
  })

  it('links who speaks with the article and with whom it is about, and says whether it is only claimed', () => {
    const named = (name: string) => entities.find(({ properties }) => properties.name?.includes(name))?.id
    const links = entities.filter(({ properties }) => properties.subject?.includes(named('Lowland Police')))
    expect(links.map(({ properties }) => [properties.role, properties.object])).toEqual([
      [['claim'], [named('Tide Column')]],
      [['claim'], [named('Port Elm')]]
    ])
    const near = entities.find(({ properties }) => properties.role?.includes('near'))
    expect(near?.properties.status).toEqual(['claimed in a statement'])
    const role = entities.find(({ properties }) => properties.role?.includes('mayor'))
    expect(role?.schema).toBe('UnknownLink')
    expect(role?.properties.status).toEqual(['stated by the article'])
  })
})

describe('toNanopubs', () => {
  const quads = readQuads(
    [...toNanopubs(input, { created: '2024-03-06T08:00:00Z', creator: 'https://orcid.org/0000-0000-0000-0000' })].join(
      ''
    ),
    'trig'
  )

  it('has the four graphs for each claim, and nothing outside them', () => {
    const graphs = new Set(quads.map(({ graph }) => graph.value))
    expect([...graphs].every((graph) => /#(Head|assertion|provenance|pubinfo)$/.test(graph))).toBe(true)
    expect(graphs.size).toBe(4 * resolution.claims.length)
  })

  it('asserts who said it, never that it is so', () => {
    const asserted = quads.filter(({ graph }) => graph.value.endsWith('#assertion'))
    expect(asserted.some(({ predicate }) => predicate.value.endsWith('ns#saidBy'))).toBe(true)
    expect(asserted.some(({ predicate }) => predicate.value.endsWith('ns#near'))).toBe(false)
    expect(quads.filter(({ object }) => object.value === '2024-03-06T08:00:00Z')).toHaveLength(4)
  })
})

describe('toBrat', () => {
  const files = new Map([...toBrat(input)].map(({ name, text }) => [name, text]))

  it('keeps the text, and quotes it in code points', () => {
    for (const { article } of records) {
      const text = files.get(`${article.doc}.txt`) ?? ''
      expect(text).toBe(article.text)
      const bounds = (files.get(`${article.doc}.ann`) ?? '').split('\n').filter((line) => line.startsWith('T'))
      expect(bounds.length).toBeGreaterThan(3)
      for (const line of bounds) {
        const [, place = '', words] = line.split('\t')
        const pieces = place
          .slice(place.indexOf(' ') + 1)
          .split(';')
          .map((piece) => piece.split(' ').map(Number))
        expect(pieces.map(([start, end]) => code(text).slice(start, end).join('')).join(' ')).toBe(words)
      }
    }
  })

  it('makes a statement an event with its cue as trigger, its source, content and chain', () => {
    const lines = (files.get('harbour-1.ann') ?? '').split('\n')
    const words = new Map(
      lines.filter((line) => line.startsWith('T')).map((line) => [line.split('\t')[0], line.split('\t')[2]])
    )
    const events = lines
      .filter((line) => line.startsWith('E'))
      .map((line) => line.split('\t')[1]?.replace(/T\d+/g, (id) => `[${words.get(id)}]`))
    expect(events).toContain(
      'Assert:[wrote] Source:[she] Content:[“We looked all night. We will look again,”] Speaker:[she] Channel:[MsgApp] Outlet:[Coast Wire]'
    )
    expect(events).toContain('Deny:[denied] Source:[Tide Column] Content:[any part in the fire] Speaker:[Tide Column]')
  })

  it('breaks a range at the ends of lines, and gives every article a file name of its own', () => {
    const [first] = records
    if (!first) throw new Error('the fixture has no article')
    const text = 'One  \n two.'
    const lined = {
      ...first,
      article: { ...first.article, text, doc: '../a b' },
      mentions: [{ start: 0, end: 11, type: 'person' as const, entity: 'x', kind: 'name' as const }],
      statements: []
    }
    const made = [
      ...toBrat({ records: [lined, { ...lined, article: { ...lined.article, id: 'article/1' } }], claims: [] })
    ]
    expect(made.map(({ name }) => name)).toEqual([
      'annotation.conf',
      'a-b.txt',
      'a-b.ann',
      expect.stringMatching(/^a-b-[0-9a-f]+\.txt$/),
      expect.anything()
    ])
    expect(made[2]?.text).toContain('T1\tPerson 0 3;7 11\tOne two.\n')
  })
})

it('exports are the same for any order of the records', () => {
  const turned = { records: [...records].reverse(), claims: [...resolution.claims].reverse() }
  for (const write of [toWebAnnotations, toFollowTheMoney, toNanopubs]) {
    expect([...write(turned)].join('')).toBe([...write(input)].join(''))
  }
  expect([...toBrat(turned)]).toEqual([...toBrat(input)])
})
