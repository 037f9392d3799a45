/** Three small articles of our own with everything a graph can hold, built by hand: what the extractor and resolver would give. */
import { createHash } from 'node:crypto'
import { readProse } from '../../src/language/index.js'
import type {
  Article,
  ArticleId,
  ArticleRecord,
  Entity,
  EntityType,
  Hop,
  LocalEntity,
  Mention,
  Resolution,
  Span,
  Statement,
  StatementId
} from '../../src/model.js'
import { mapOffsets } from '../../src/offsets.js'

const types: Record<string, EntityType> = {
  'ada-brook': 'person',
  'lowland-police': 'governmentbody',
  'harbour-herald': 'outlet',
  'coast-wire': 'outlet',
  'tide-column': 'armedgroup',
  'msg-app': 'channel',
  'port-elm': 'place',
  'one-woman': 'unnamed'
}

const names: Record<string, string> = {
  'ada-brook': 'Ada Brook',
  'lowland-police': 'Lowland Police',
  'harbour-herald': 'Harbour Herald',
  'coast-wire': 'Coast Wire',
  'tide-column': 'Tide Column',
  'msg-app': 'MsgApp',
  'port-elm': 'Port Elm',
  'one-woman': 'one woman'
}

function makeArticle(doc: string, text: string, more: Partial<Article> = {}): Article {
  const sha256 = createHash('sha256').update(text).digest('hex')
  return {
    id: `article/${sha256.slice(0, 20)}`,
    doc,
    text,
    sha256,
    title: null,
    published: '2024-03-05',
    publisher: 'Harbour Herald',
    url: null,
    authors: [],
    language: 'en',
    marks: [],
    ...more
  }
}

class Builder {
  readonly statements: Statement[] = []
  readonly mentions: Mention[] = []
  readonly record: () => ArticleRecord
  readonly relations: ArticleRecord['relations'][number][] = []

  constructor(readonly article: Article) {
    const sentences = readProse(article).sentences
    this.record = () => ({
      article,
      sentences,
      entities: [...new Set(this.mentions.map((mention) => mention.entity))].sort().map(
        (id): LocalEntity => ({
          id,
          type: types[id] ?? 'person',
          name: names[id] ?? id,
          otherNames: [],
          reasons: []
        })
      ),
      mentions: this.mentions,
      statements: this.statements,
      relations: this.relations
    })
  }

  span(words: string): Span {
    const start = this.article.text.indexOf(words)
    if (start < 0) throw new Error(`not in ${this.article.doc}: ${words}`)
    return { start, end: start + words.length }
  }

  mention(words: string, entity: string, kind: Mention['kind'] = 'name'): this {
    this.mentions.push({ ...this.span(words), entity, kind, type: types[entity] ?? 'person' })
    return this
  }

  state(
    source: string[],
    cue: string[],
    content: string[],
    chain: readonly (readonly [Hop['role'], string, string])[],
    more: Partial<Statement> = {}
  ): StatementId {
    const map = mapOffsets(this.article.text)
    const spans = content.map((words) => this.span(words))
    const cues = cue.map((words) => this.span(words))
    const first = spans[0] ?? { start: 0, end: 0 }
    const numbers = [first.start, first.end, (cues[0] ?? first).start].map((index) => map.toCodePoint(index))
    const id: StatementId = `${this.article.id}#statement=${numbers.join(',')}`
    const sentences = readProse(this.article).sentences
    this.statements.push({
      id,
      sentence: sentences.findIndex((sentence) => sentence.end > (cues[0] ?? first).start),
      source: source.map((words) => this.span(words)),
      cue: cues,
      content: spans,
      mode: 'indirect',
      act: 'assert',
      chain: chain.map(([role, entity, words]) => ({ role, entity, ...this.span(words) })),
      confidence: 0.9,
      when: [],
      quantities: [],
      hedges: [],
      about: [],
      inside: null,
      rule: 'fixture',
      ...more
    })
    return id
  }
}

export interface Fixture {
  readonly records: readonly ArticleRecord[]
  readonly resolution: Resolution
}

export function fixture(): Fixture {
  const one = new Builder(
    makeArticle(
      'harbour-1',
      'The harbour was closed. 😀 Ada Brook, the mayor of Port Elm, said on Monday that at least three boats had not been found. ' +
        '“We looked all night. We will look again,” she wrote on MsgApp, the Coast Wire agency reported.\n\n' +
        'Tide Column denied any part in the fire. One woman said: "The \\ lamp <b>fell</b>."',
      {
        title: 'Boats "lost" at Port Elm',
        url: 'https://news.example/a b?q=ü&x=<y>#frag#two',
        authors: ['Jo Reed'],
        published: '2024-03-05T08:30'
      }
    )
  )
  one.mention('Ada Brook', 'ada-brook').mention('Port Elm', 'port-elm').mention('she', 'ada-brook', 'pronoun')
  one.mention('MsgApp', 'msg-app').mention('Coast Wire', 'coast-wire').mention('Tide Column', 'tide-column')
  one.mention('One woman', 'one-woman', 'nominal')
  const lost = one.state(
    ['Ada Brook, the mayor of Port Elm'],
    ['said'],
    ['at least three boats had not been found'],
    [['speaker', 'ada-brook', 'Ada Brook']],
    {
      when: [{ ...one.span('on Monday'), of: 'said', from: '2024-03-04', to: '2024-03-04', precision: 'day' }],
      quantities: [{ ...one.span('at least three boats'), number: 3, bound: 'at-least', unit: 'boat' }],
      hedges: [{ ...one.span('not'), kind: 'negation' }],
      about: ['port-elm']
    }
  )
  const wire = one.state(
    ['the Coast Wire agency'],
    ['reported'],
    ['“We looked all night. We will look again,” she wrote on MsgApp'],
    [['outlet', 'coast-wire', 'Coast Wire']]
  )
  const night = one.state(
    ['she'],
    ['wrote'],
    ['“We looked all night. We will look again,”'],
    [
      ['speaker', 'ada-brook', 'she'],
      ['channel', 'msg-app', 'MsgApp'],
      ['outlet', 'coast-wire', 'Coast Wire']
    ],
    { mode: 'direct', inside: wire }
  )
  const denial = one.state(
    ['Tide Column'],
    ['denied'],
    ['any part in the fire'],
    [['speaker', 'tide-column', 'Tide Column']],
    { act: 'deny', confidence: 1 }
  )
  one.state(['One woman'], ['said'], ['"The \\ lamp <b>fell</b>."'], [['speaker', 'one-woman', 'One woman']], {
    mode: 'direct'
  })
  const role = { type: 'holds-role', subject: 'ada-brook', object: 'port-elm', role: 'mayor' } as const
  one.relations.push({ ...role, ...one.span('Ada Brook, the mayor of Port Elm'), statement: null })
  one.relations.push({
    type: 'holds-role',
    subject: 'tide-column',
    object: null,
    role: 'raiders',
    ...one.span('Tide Column'),
    statement: denial
  })

  const two = new Builder(
    makeArticle(
      'wire-2',
      'Tide Column set the fire at Port Elm, Lowland Police said. Three boats are missing, according to Ada Brook.',
      { publisher: 'Coast Wire', published: '2024-03' }
    )
  )
  two.mention('Tide Column', 'tide-column').mention('Port Elm', 'port-elm').mention('Lowland Police', 'lowland-police')
  two.mention('Ada Brook', 'ada-brook')
  const fire = two.state(
    ['Lowland Police'],
    ['said'],
    ['Tide Column set the fire at Port Elm'],
    [['speaker', 'lowland-police', 'Lowland Police']],
    { act: 'claim', about: ['tide-column', 'port-elm'] }
  )
  const missing = two.state(
    ['Ada Brook'],
    ['according to'],
    ['Three boats are missing'],
    [['speaker', 'ada-brook', 'Ada Brook']]
  )
  two.relations.push({
    type: 'near',
    subject: 'tide-column',
    object: 'port-elm',
    role: null,
    ...two.span('Tide Column set the fire at Port Elm'),
    statement: fire
  })

  const three = new Builder(
    makeArticle('reprint-3', 'Three boats are missing, according to Ada Brook. Nobody was hurt.', { published: null })
  )
  three.mention('Ada Brook', 'ada-brook')
  const again = three.state(
    ['Ada Brook'],
    ['according to'],
    ['Three boats are missing'],
    [['speaker', 'ada-brook', 'Ada Brook']]
  )

  const entities = Object.keys(types).map(
    (id): Entity => ({
      id,
      type: types[id] ?? 'person',
      name: names[id] ?? id,
      otherNames: id === 'lowland-police' ? ['LP', 'Lowland  Police'] : [],
      exactMatch: id === 'port-elm' ? ['http://www.wikidata.org/entity/Q1'] : [],
      latitude: id === 'port-elm' ? 51.5 : null,
      longitude: id === 'port-elm' ? -0.0000001 : null,
      kind: id === 'port-elm' ? 'city' : null
    })
  )
  const [a, b, c] = [one.record(), two.record(), three.record()]
  const identity = (record: ArticleRecord): [ArticleId, Record<string, string>] => [
    record.article.id,
    Object.fromEntries(record.entities.map(({ id }) => [id, id]))
  ]
  const claim = { firstSaid: null, firstSaidBy: null, deniedBy: [], joins: [], links: [] }
  return {
    records: [a, b, c],
    resolution: {
      entities,
      entityOf: Object.fromEntries([a, b, c].map(identity)),
      merges: [
        {
          article: b.article.id,
          name: 'LP',
          from: 'lp',
          to: 'lowland-police',
          reason: 'acronym of Lowland Police',
          score: 0.875
        }
      ],
      claims: [
        {
          ...claim,
          id: 'claim/11111111111111111111',
          text: 'at least three boats had not been found',
          statements: [lost, missing, again],
          articles: [a.article.id, b.article.id, c.article.id],
          origins: [['ada-brook'], ['coast-wire', b.article.id]],
          firstSaid: '2024-03-04',
          firstSaidBy: 'ada-brook',
          joins: [{ a: lost, b: missing, reason: 'same words: three boats', score: 0.7 }]
        },
        {
          ...claim,
          id: 'claim/22222222222222222222',
          text: 'Tide Column set the fire at Port Elm',
          statements: [fire],
          articles: [b.article.id],
          origins: [['lowland-police']],
          deniedBy: ['tide-column']
        },
        {
          ...claim,
          id: 'claim/33333333333333333333',
          text: 'any part in the fire',
          statements: [denial],
          articles: [a.article.id],
          origins: [['tide-column']],
          links: [
            { type: 'denies', to: 'claim/22222222222222222222', reason: 'denies any part', evidence: [denial, fire] }
          ]
        },
        {
          ...claim,
          id: 'claim/44444444444444444444',
          text: 'We looked all night.',
          statements: [night],
          articles: [a.article.id],
          origins: [['ada-brook']]
        }
      ],
      copies: [
        {
          from: c.article.id,
          of: b.article.id,
          kind: 'reprint',
          sentences: [[0, 1]],
          reason: '1 sentence of 2 the same'
        }
      ]
    }
  }
}
