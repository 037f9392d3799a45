/** Two articles side by side: the sentences that one has from the other, and the claims that both make. */
import { textElements } from './articleText.js'
import { element, foreign, freshId, on, replace } from './dom.js'
import { claimLine, clip } from './lists.js'
import type { Article, Claim, Model } from './model.js'
import type { Store } from './state.js'
import { count, dayInWords } from './words.js'

export interface Shared {
  /** Pairs of sentence numbers, left first. */
  readonly sentences: readonly (readonly [number, number])[]
  readonly copied: 'reprint' | 'rewrite' | null
  /** Whether the left has it from the right. */
  readonly leftIsCopy: boolean
  readonly claims: readonly Claim[]
}

export function compareArticles({ copies, claims }: Model, left: Article, right: Article): Shared {
  const copy = copies.find(({ from, of }) => (from === left && of === right) || (from === right && of === left))
  const leftIsCopy = copy?.from === left
  return {
    sentences: (copy?.sentences ?? []).map(([a, b]) => (leftIsCopy ? [a, b] : [b, a])),
    copied: copy?.kind ?? null,
    leftIsCopy,
    claims: claims.filter(({ articles }) => articles.includes(left) && articles.includes(right))
  }
}

export function makeCompareView(model: Model, store: Store): { root: HTMLElement; show: () => void } {
  const root = element('div', { class: 'compare' })
  const chooser = (side: 0 | 1, name: string): HTMLSelectElement => {
    const select = element('select', { id: freshId('choose'), 'aria-label': name })
    for (const article of model.articles) {
      const by = [article.publisher, article.published ? dayInWords(article.published) : ''].filter(Boolean).join(', ')
      const words = `${clip(article.label, 60)} (${by || article.doc})`
      select.append(element('option', { value: article.number }, words))
    }
    return on(select, 'change', () => {
      const chosen = model.articles[Number(select.value)] ?? null
      const [left, right] = store.state().compared
      store.change({ compared: side === 0 ? [chosen, right] : [left, chosen] })
    })
  }
  const choosers = [chooser(0, 'Article on the left'), chooser(1, 'Article on the right')] as const
  const summary = element('div', { class: 'compare-summary' })
  const columns = [textColumn('left'), textColumn('right')] as const
  root.append(
    element('h2', { class: 'unseen' }, 'Compare two articles'),
    element('div', { class: 'choosers' }, choosers[0], element('span', { 'aria-hidden': 'true' }, 'and'), choosers[1]),
    summary,
    element('div', { class: 'columns' }, columns[0], columns[1])
  )
  return {
    root,
    show: () => {
      const [left, right] = store.state().compared
      if (!left || !right) return replace(summary, 'There is only one article here.')
      choosers[0].value = String(left.number)
      choosers[1].value = String(right.number)
      const shared = compareArticles(model, left, right)
      replace(summary, ...summaryOf(store, left, right, shared))
      fillColumn(columns[0], columns[1], left, shared, 0)
      fillColumn(columns[1], columns[0], right, shared, 1)
    }
  }
}

function textColumn(side: string): HTMLElement {
  return element('div', { class: 'column', tabindex: 0, role: 'region', 'aria-label': `Article on the ${side}` })
}

function summaryOf(store: Store, left: Article, right: Article, shared: Shared): (HTMLElement | string)[] {
  const words =
    left === right
      ? 'Choose two different articles.'
      : shared.copied === null
        ? 'Neither repeats the other.'
        : `The article on the ${shared.leftIsCopy ? 'left' : 'right'} is a ${shared.copied} of the other: ${count(shared.sentences.length, 'sentence')} in common. Press a shaded sentence to see its counterpart.`
  const claims = element(
    'details',
    {},
    element('summary', {}, count(shared.claims.length, 'claim'), ' in both'),
    element(
      'ul',
      { class: 'lines' },
      shared.claims.map((claim) => element('li', {}, claimLine(store, claim)))
    )
  )
  return [element('p', {}, words), ...(left !== right && shared.claims.length > 0 ? [claims] : [])]
}

function fillColumn(own: HTMLElement, other: HTMLElement, article: Article, shared: Shared, side: 0 | 1): void {
  const pairs = new Map<number, number>()
  for (const pair of shared.sentences) if (!pairs.has(pair[side])) pairs.set(pair[side], pair[side === 0 ? 1 : 0])
  const text = textElements(article, {
    marks: [],
    finish: (sentence, span) => {
      const pair = pairs.get(sentence)
      if (pair === undefined) return
      span.classList.add('shared')
      span.setAttribute('role', 'button')
      span.setAttribute('tabindex', '0')
      const go = (): void => {
        for (const mark of own.parentElement?.querySelectorAll('.paired') ?? []) mark.classList.remove('paired')
        const target = other.querySelector(`[data-sentence="${pair}"]`)
        span.classList.add('paired')
        target?.classList.add('paired')
        if (target instanceof HTMLElement) other.scrollTo({ top: target.offsetTop - other.clientHeight * 0.3 })
      }
      span.addEventListener('click', go)
      span.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        go()
      })
    }
  })
  replace(own, element('h3', {}, foreign(article.label)), text)
}
