/** The small things that many views show alike: links to what can be selected, statements as lines, badges. */
import { type Attributes, type Child, element, foreign, on } from './dom.js'
import type { Actor, Article, Claim, Statement } from './model.js'
import { type Selection, type Store, writeHash } from './state.js'
import { actVerbs, capital, count } from './words.js'

/** A real link, so that it can be copied, opened in a new tab and reached by keyboard. */
export function linkFor(
  store: Store,
  selection: Selection,
  attributes: Attributes,
  ...children: Child[]
): HTMLAnchorElement {
  const link = element('a', { href: writeHash({ ...store.state(), selection }), ...attributes }, ...children)
  return on(link, 'click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    store.change({ selection })
  })
}

export function actorLink(store: Store, actor: Actor): HTMLAnchorElement {
  return linkFor(store, { kind: 'actor', actor }, { class: 'actor' }, kindMark(actor), foreign(actor.name))
}

export function kindMark({ type }: Actor): HTMLElement {
  return element('span', { class: `kind kind-${type}`, 'aria-hidden': 'true' })
}

export function articleLink(store: Store, article: Article, sentence = -1): HTMLAnchorElement {
  return linkFor(
    store,
    { kind: 'article', article, sentence },
    { class: 'source-article' },
    foreign(clip(article.label, 90))
  )
}

export function actBadge({ act }: Statement): HTMLElement {
  return element('span', { class: `act act-${act}` }, capital(actVerbs[act]))
}

/** `Ukraine denied any involvement`, where and when: one line that leads to its evidence. */
export function statementLine(store: Store, statement: Statement, withArticle = true): HTMLElement {
  const { who, act, text, article, dayWords } = statement
  const where = [withArticle ? clip(article.label, 56) : '', withArticle ? article.publisher : '', dayWords].filter(
    Boolean
  )
  return linkFor(
    store,
    { kind: 'statement', statement },
    { class: 'line' },
    element(
      'span',
      { class: 'line-head' },
      who === '' ? element('span', { class: 'nobody' }, 'Nobody named') : foreign(who, { class: 'who' }),
      ' ',
      element('span', { class: `verb act-${act}` }, actVerbs[act])
    ),
    element('span', { class: 'line-text' }, ' ', foreign(clip(text, 240))),
    element('span', { class: 'line-where' }, ' ', foreign(where.join(' · ')))
  )
}

export function statementList(store: Store, statements: readonly Statement[], withArticle = true): HTMLElement {
  const row = (each: Statement): HTMLElement => element('li', {}, statementLine(store, each, withArticle))
  return element('ul', { class: 'lines' }, growing(statements, 60, row))
}

export function claimLine(store: Store, claim: Claim): HTMLElement {
  return linkFor(
    store,
    { kind: 'claim', claim },
    { class: 'line' },
    foreign(speakers(claim), { class: 'who' }),
    ' ',
    element('span', { class: 'line-text' }, foreign(clip(claim.text, 240))),
    element('span', { class: 'line-where' }, ' ', support(claim))
  )
}

/** The first two who say it, and how many more. */
function speakers({ statements }: Claim): string {
  const names = [...new Set(statements.map(({ who }) => who).filter(Boolean))]
  const more = names.length - 2
  return [...names.slice(0, 2).map((name) => clip(name, 40)), ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

/** `6 statements in 3 articles, 1 independent origin` */
export function support({ statements, articles, origins }: Claim): string {
  const told = `${count(statements.length, 'statement')} in ${count(articles.length, 'article')}`
  return `${told}, ${origins.length === 0 ? 'no origin named' : count(origins.length, 'independent origin')}`
}

/** A row for each thing; the later ones are made only when they are asked for. */
export function growing<Thing>(
  things: readonly Thing[],
  most: number,
  make: (thing: Thing) => HTMLElement
): HTMLElement[] {
  if (things.length <= most + 10) return things.map(make)
  const rows = things.slice(0, most).map(make)
  const more = element('button', { type: 'button', class: 'more' })
  const isTable = rows[0]?.tagName === 'TR'
  const holder = isTable
    ? element('tr', { class: 'more-row' }, element('td', { colspan: 9 }, more))
    : element('li', { class: 'more-row' }, more)
  let shown = most
  const tell = (): void => {
    more.textContent = `Show more (${(things.length - shown).toLocaleString('en')} left)`
  }
  tell()
  on(more, 'click', () => {
    const next = things.slice(shown, shown + most * 5).map(make)
    shown += next.length
    holder.before(...next)
    next[0]?.querySelector('a')?.focus()
    if (shown >= things.length) holder.remove()
    else tell()
  })
  return [...rows, holder]
}

/** Cut between letters, never inside one; only what is shown is cut, never what is kept. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
