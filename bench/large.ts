/** A graph of many actors and statements, made from a pattern: for measuring, not for reading. Says nothing about extraction. */
import type { ArticleRecord, Resolution, Statement } from '../src/model.js'

const verbs = ['said', 'claimed', 'denied', 'confirmed', 'announced'] as const
const acts = ['assert', 'claim', 'deny', 'confirm', 'announce'] as const
const types = ['person', 'organization', 'governmentbody', 'outlet', 'armedgroup'] as const

/** Each article has five statements; each statement's speaker and subject are drawn from all actors by a fixed rule. */
export function largeRecords(articles: number, actors: number): { records: ArticleRecord[]; resolution: Resolution } {
  const name = (i: number): string => `Actor ${i}`
  const records = Array.from({ length: articles }, (_, number): ArticleRecord => {
    const id = `article/${number.toString(16).padStart(20, '0')}` as const
    let text = ''
    const statements: Statement[] = []
    const sentences = []
    const used = new Set<number>()
    for (let n = 0; n < 5; n++) {
      const at = number * 5 + n
      // Everybody speaks; what is spoken about is crowded among the first few, as in news.
      const [who, whom] = [at % actors, Math.floor((((at * 7919) % actors) ** 2 / actors) % actors)]
      used.add(who).add(whom)
      const start = text.length
      const [source, cue] = [name(who), verbs[at % 5] ?? 'said']
      const content = `the plan of ${name(whom)} would cost ${at} crowns`
      text += `${source} ${cue} ${content}. `
      const cueStart = start + source.length + 1
      const from = cueStart + cue.length + 1
      sentences.push({ start, end: text.length - 1, tokens: [], paragraph: 0, mark: null })
      statements.push({
        id: `${id}#statement=${from},${from + content.length},${cueStart}`,
        sentence: n,
        source: [{ start, end: start + source.length }],
        cue: [{ start: cueStart, end: cueStart + cue.length }],
        content: [{ start: from, end: from + content.length }],
        mode: 'indirect',
        act: acts[at % 5] ?? 'assert',
        chain: [{ role: 'speaker', entity: `a${who}`, start, end: start + source.length }],
        confidence: 0.9,
        when: [],
        quantities: [],
        hedges: [],
        about: [`a${whom}`],
        inside: null,
        rule: 'bench'
      })
    }
    const published = `2024-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`
    return {
      article: {
        ...{ id, doc: `a${number}`, text, sha256: '', title: `Article ${number}`, published, publisher: 'Daily News' },
        ...{ url: null, authors: [], language: 'en', marks: [] }
      },
      sentences,
      entities: [...used].map((i) => ({
        id: `a${i}`,
        type: types[i % 5] ?? 'person',
        name: name(i),
        otherNames: [],
        reasons: []
      })),
      mentions: [],
      statements,
      relations: []
    }
  })
  return { records, resolution: { entities: [], entityOf: {}, merges: [], claims: [], copies: [] } }
}
