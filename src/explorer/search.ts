/** Words → the actors, claims, statements and articles that hold all of them, best first. */
import type { Actor, Article, Claim, Model, Statement } from './model.js'
import { actVerbs, kindNames } from './words.js'

export type Found =
  | { readonly kind: 'actor'; readonly actor: Actor }
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'article'; readonly article: Article; readonly sentence: number }

export interface SearchIndex {
  find(query: string, most?: number): Found[]
}

/** Lower case, without accents; quotation marks and dashes as one types them. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, '-')
    .toLowerCase()
}

export function indexModel(model: Model): SearchIndex {
  const entries: { text: string; title: string; found: Found; weight: number }[] = []
  for (const actor of model.actors) {
    const weight = 300 + Math.min(90, actor.says.length * 3 + actor.told.length)
    const title = fold([actor.name, ...actor.otherNames].join(' · '))
    entries.push({ title, text: `${title} ${fold(kindNames[actor.type])}`, found: { kind: 'actor', actor }, weight })
  }
  for (const claim of model.claims) {
    if (claim.statements.length < 2 && claim.links.length === 0) continue
    const text = fold([claim.text, ...claim.statements.map(({ text }) => text)].join(' · '))
    entries.push({ title: fold(claim.text), text, found: { kind: 'claim', claim }, weight: 200 })
  }
  for (const statement of model.statements) {
    const names = statement.chain.map(({ actor }) => actor.name).join(' ')
    const title = fold(`${statement.who} ${actVerbs[statement.act]} ${statement.text}`)
    const text = `${title} ${fold(names)} ${statement.act}`
    entries.push({ title, text, found: { kind: 'statement', statement }, weight: 100 })
  }
  for (const article of model.articles) {
    const title = fold(`${article.label} ${article.publisher ?? ''} ${article.doc}`)
    entries.push({ title, text: title, found: { kind: 'article', article, sentence: -1 }, weight: 60 })
    for (const [sentence, [start, end]] of article.sentences.entries()) {
      const text = fold(article.text.slice(start, end))
      entries.push({ title: text, text, found: { kind: 'article', article, sentence }, weight: 0 })
    }
  }
  return {
    find: (query, most = 24) => {
      const words = fold(query).split(/\s+/).filter(Boolean)
      if (words.length === 0) return []
      const hits: { score: number; found: Found }[] = []
      for (const { text, title, found, weight } of entries) {
        if (!words.every((word) => text.includes(word))) continue
        const whole = title.includes(words.join(' ')) ? 20 : 0
        hits.push({ found, score: weight + whole + (title.startsWith(words[0] ?? '') ? 40 : 0) })
      }
      hits.sort((a, b) => b.score - a.score)
      return spread(
        hits.map(({ found }) => found),
        most
      )
    }
  }
}

/** At most a third of the places for any kind while others want them. */
function spread(found: readonly Found[], most: number): Found[] {
  const share = Math.ceil(most / 3)
  const taken: Found[] = []
  for (const kind of ['actor', 'claim', 'statement', 'article'] as const) {
    taken.push(...found.filter((each) => each.kind === kind).slice(0, share))
  }
  return taken.slice(0, most)
}
