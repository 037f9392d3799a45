/** What the page shows now, and how it stands in the address after `#`, so that links lead back to it. */
import { type Filters, noFilters } from './filters.js'
import type { Actor, Article, Claim, Edge, Model, Statement } from './model.js'

export const views = ['graph', 'report', 'timeline', 'table', 'articles', 'compare'] as const
export type View = (typeof views)[number]

export type Selection =
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'edge'; readonly edge: Edge; readonly place: number }
  | { readonly kind: 'actor'; readonly actor: Actor }
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'article'; readonly article: Article; readonly sentence: number }

export interface State {
  readonly view: View
  readonly selection: Selection | null
  readonly filters: Filters
  readonly compared: readonly [Article | null, Article | null]
}

export interface Store {
  readonly state: () => State
  /** `origin` tells listeners who asked, so that the asker does not answer itself. */
  readonly change: (part: Partial<State>) => void
  readonly listen: (listener: (now: State, before: State) => void) => void
}

export function makeStore(first: State): Store {
  let now = first
  const listeners: ((now: State, before: State) => void)[] = []
  return {
    state: () => now,
    change: (part) => {
      const before = now
      now = { ...now, ...part }
      for (const listener of listeners) listener(now, before)
    },
    listen: (listener) => {
      listeners.push(listener)
    }
  }
}

/** @example writeHash(state) // '#statement=ab12…,3,40,1&view=table' */
export function writeHash({ view, selection, compared }: State): string {
  const parts: string[] = []
  if (selection?.kind === 'statement') parts.push(`statement=${selection.statement.key}`)
  if (selection?.kind === 'actor') parts.push(`actor=${encodeURIComponent(selection.actor.id)}`)
  if (selection?.kind === 'claim') parts.push(`claim=${selection.claim.key}`)
  if (selection?.kind === 'article') parts.push(`article=${shortId(selection.article)}`)
  if (selection?.kind === 'edge') {
    const { edge, place } = selection
    parts.push(`edge=${[edge.from.id, edge.relation, edge.to.id, place].map(encodeURIComponent).join('/')}`)
  }
  if (view !== 'graph') parts.push(`view=${view}`)
  if (view === 'compare') parts.push(`with=${compared.map((article) => (article ? shortId(article) : '')).join(',')}`)
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

export function readHash(hash: string, model: Model): Partial<State> {
  const given = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((part) => [part.slice(0, part.indexOf('=')), decode(part.slice(part.indexOf('=') + 1))] as const)
  )
  const view = readView(hash) ?? 'graph'
  const found = { view, selection: selectionOf(given, model) }
  const [a, b] = (given.get('with') ?? '').split(',').map((id) => articleOf(id, model))
  return given.has('with') ? { ...found, compared: [a ?? null, b ?? null] } : found
}

function readView(hash: string): View | undefined {
  return views.find((name) => new RegExp(`[#&]view=${name}(&|$)`).test(hash))
}

function selectionOf(given: ReadonlyMap<string, string>, model: Model): Selection | null {
  const key = given.get('statement')
  const statement = key === undefined ? undefined : model.statements.find((each) => each.key === key || each.id === key)
  if (statement) return { kind: 'statement', statement }
  const actor = model.actors.find(({ id }) => id === given.get('actor'))
  if (actor) return { kind: 'actor', actor }
  const claim = model.claims.find((each) => each.key === given.get('claim'))
  if (claim) return { kind: 'claim', claim }
  const article = articleOf(given.get('article') ?? '', model)
  if (article) return { kind: 'article', article, sentence: -1 }
  const [from, relation, to, place] = (given.get('edge') ?? '').split('/').map(decode)
  const edge = model.edges.find((each) => each.from.id === from && each.to.id === to && each.relation === relation)
  return edge ? { kind: 'edge', edge, place: Math.min(Number(place) || 0, edge.evidence.length - 1) } : null
}

function articleOf(id: string, model: Model): Article | undefined {
  return id === '' ? undefined : model.articles.find((article) => shortId(article) === id || article.doc === id)
}

function shortId(article: Article): string {
  return article.id.replace('article/', '')
}

/** A link somebody cut short must not stop the page. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** @param home the view that one comes to without asking for any */
export function startState(model: Model, hash: string, home: View = 'graph'): State {
  const [a = null, b = null] = model.articles
  const first = model.copies[0]
  const compared = first ? ([first.from, first.of] as const) : ([a, b] as const)
  return { selection: null, filters: noFilters, compared, ...readHash(hash, model), view: readView(hash) ?? home }
}
