/** Records and a resolution of as many statements as asked for, in sentences of our own: for tests and measurements of large graphs. */
import type { ArticleId, ArticleRecord, Claim, Entity, Mention, Resolution, Span, Statement } from '../../src/model.js'

const given = [
  'Ada',
  'Boris',
  'Chen',
  'Dara',
  'Emil',
  'Farah',
  'Goran',
  'Hana',
  'Ivo',
  'Juno',
  'Kofi',
  'Lena',
  'Mara',
  'Nils',
  'Oya'
]
const family = [
  'Brook',
  'Castellan',
  'Dunmore',
  'Eklund',
  'Farrow',
  'Gale',
  'Harrow',
  'Ibsen',
  'Jarvis',
  'Kestrel',
  'Lund',
  'Moss'
]
const towns = ['Port Elm', 'Lowmoor', 'Greywater', 'Saltby', 'Northing', 'Ashford Cross', 'Mill Reach', 'Kettle Bay']
const outlets = ['Harbour Herald', 'Coast Wire', 'The Moor Post', 'Radio Saltby', 'Elm Daily', 'Inland Review']
const claims = [
  'the bridge will reopen',
  'nobody was hurt',
  'the ferry was late',
  'three boats are missing',
  '"we were not told" & more',
  'the dam holds'
]
const cues = ['said', 'denied that', 'confirmed that', 'could not verify that'] as const
const acts = {
  said: 'assert',
  'denied that': 'deny',
  'confirmed that': 'confirm',
  'could not verify that': 'cannot-verify'
} as const

/** Numbers that look random and are the same every time. */
function dice(): (below: number) => number {
  let state = 2463534242
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

export function manyRecords(statements: number): { records: ArticleRecord[]; resolution: Resolution } {
  const below = dice()
  const entities = new Map<string, Entity>()
  const entity = (name: string, type: Entity['type']): string => {
    const id = name.toLowerCase().replaceAll(' ', '-')
    entities.set(id, { id, type, name, otherNames: [], exactMatch: [], latitude: null, longitude: null, kind: null })
    return id
  }
  const records: ArticleRecord[] = []
  const said = new Map<string, string[]>()
  for (let made = 0, number = 0; made < statements; number++) {
    const id: ArticleId = `article/${String(number).padStart(20, '0')}`
    const day = `2024-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
    let text = ''
    const [sentences, mentions, found]: [Span[], Mention[], Statement[]] = [[], [], []]
    for (let s = 0; s < 8 && made < statements; s++, made++) {
      const person = `${given[below(given.length)]} ${family[below(family.length)]}${below(3) === 0 ? ` ${1 + below(40)}` : ''}`
      const [town, outlet] = [towns[below(towns.length)] ?? '', outlets[below(outlets.length)] ?? '']
      const claim = `${claims[below(claims.length)]} after ${2 + below(30)} days`
      const cue = cues[below(8) < 5 ? 0 : 1 + below(3)] ?? 'said'
      const start = text.length
      const spot: Record<string, Span> = {}
      for (const [part, words] of [
        ['who', person],
        ['', ` of `],
        ['where', town],
        ['', ' '],
        ['cue', cue],
        ['', ' '],
        ['what', claim],
        ['', `, `],
        ['by', outlet],
        ['', ' reported.']
      ] as const) {
        spot[part] = { start: text.length, end: text.length + words.length }
        text += words
      }
      sentences.push({ start, end: text.length })
      text += '\n'
      const none = { start: 0, end: 0 }
      const { who = none, where = none, what = none, by = none } = spot
      const [source, place, medium] = [entity(person, 'person'), entity(town, 'place'), entity(outlet, 'outlet')]
      mentions.push(
        { type: 'person', kind: 'name', entity: source, ...who },
        { type: 'place', kind: 'name', entity: place, ...where }
      )
      mentions.push({ type: 'outlet', kind: 'name', entity: medium, ...by })
      const statement: Statement = {
        id: `${id}#statement=${what.start},${what.end},${spot.cue?.start}`,
        sentence: s,
        source: [who],
        cue: [spot.cue ?? none],
        content: [what],
        mode: 'indirect',
        act: acts[cue],
        chain: [
          { role: 'speaker', entity: source, ...who },
          { role: 'outlet', entity: medium, ...by }
        ],
        confidence: 0.9,
        when: [],
        quantities: [],
        hedges: [],
        about: [place],
        inside: null,
        rule: 'test'
      }
      found.push(statement)
      said.set(claim, [...(said.get(claim) ?? []), statement.id])
    }
    records.push({
      article: {
        id,
        doc: `story-${number}`,
        text,
        sha256: '00',
        title: `Story ${number}`,
        published: day,
        publisher: null,
        url: null,
        authors: [],
        language: 'en',
        marks: []
      },
      sentences: sentences.map((span) => ({ ...span, tokens: [], paragraph: 0, mark: null })),
      entities: [],
      mentions,
      statements: found,
      relations: []
    })
  }
  return {
    records,
    resolution: {
      entities: [...entities.values()],
      entityOf: {},
      merges: [],
      copies: [],
      claims: [...said].map(claimOf)
    }
  }
}

function claimOf([text, ids]: [string, string[]], number: number): Claim {
  const parsed = ids.flatMap((id) => {
    const [article, place] = id.split('#statement=')
    return article?.startsWith('article/') ? [{ article: `article/${article.slice(8)}` as const, place }] : []
  })
  return {
    id: `claim/${String(number).padStart(20, '0')}`,
    text,
    statements: parsed.map(({ article, place }) => `${article}#statement=${place}` as const),
    articles: [...new Set(parsed.map(({ article }) => article))],
    origins: [],
    firstSaid: null,
    firstSaidBy: null,
    deniedBy: [],
    joins: [],
    links: []
  }
}
