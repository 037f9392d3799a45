/** Statements in the order in which they were said, day by day; and the bars below the graph that narrow it to some days. */
import { button, element, on, replace } from './dom.js'
import type { Shown } from './filters.js'
import { growing, statementLine } from './lists.js'
import type { Model, Statement } from './model.js'
import type { Store } from './state.js'
import { count } from './words.js'

export interface Day {
  /** Empty for what nobody dates. */
  readonly day: string
  readonly words: string
  readonly statements: readonly Statement[]
}

/** Days in their order; inside a day what the text itself dates comes before what only the article's date does. */
export function byDay(statements: readonly Statement[]): Day[] {
  const days = new Map<string, Statement[]>()
  for (const statement of statements) {
    // A year and its first day are not the same thing.
    const key = `${statement.day} ${statement.dayWords}`
    const list = days.get(key)
    if (list) list.push(statement)
    else days.set(key, [statement])
  }
  const rank = { text: 0, article: 1, nowhere: 2 }
  return [...days]
    .sort(([a], [b]) => (a === ' ' ? 1 : b === ' ' ? -1 : a < b ? -1 : a > b ? 1 : 0))
    .map(([, list]) => ({
      day: list[0]?.day ?? '',
      words: list[0]?.dayWords ?? '',
      statements: list.sort((a, b) => rank[a.dayFrom] - rank[b.dayFrom] || a.number - b.number)
    }))
}

export function makeTimelineView(store: Store): { root: HTMLElement; show: (shown: Shown) => void } {
  const root = element('div', { class: 'page timeline', tabindex: 0, role: 'region', 'aria-label': 'Timeline' })
  return {
    root,
    show: (shown) => {
      const days = byDay(shown.statements).map(({ day, words, statements }) => {
        const row = (statement: Statement): HTMLElement => {
          const note = statement.dayFrom === 'article' ? 'undated' : null
          return element('li', { class: note }, statementLine(store, statement))
        }
        return element(
          'section',
          { class: 'day' },
          element(
            'h3',
            {},
            day === '' ? 'No day given' : element('time', { datetime: day }, words),
            ' ',
            element('span', { class: 'number' }, statements.length)
          ),
          element('ol', { class: 'lines' }, growing(statements, 60, row))
        )
      })
      replace(
        root,
        element('h2', {}, 'Timeline'),
        element(
          'p',
          { class: 'lede' },
          'By the day on which it was said. A hollow dot means that the text gives no day: it was said by the day the article came out.'
        ),
        days
      )
    }
  }
}

/** A bar for each day. A press shows that day alone; "Play" lets the days add up one after the other. */
export function makeDayBars(model: Model, store: Store): { root: HTMLElement; show: () => void } {
  const days = byDay(model.statements).filter(({ day }) => day.length === 10)
  const most = Math.max(1, ...days.map(({ statements }) => statements.length))
  const list = element('ul', { class: 'bars' })
  const bars = days.map(({ day, words, statements }) => {
    const fill = element('span', { class: 'bar-fill' })
    fill.style.height = `${Math.max(8, (100 * statements.length) / most)}%`
    const bar = button(
      {
        class: 'bar',
        'aria-pressed': 'false',
        'aria-label': `${words}, ${count(statements.length, 'statement')}`,
        title: `${words}: ${count(statements.length, 'statement')}`
      },
      () => {
        const { filters } = store.state()
        const alone = filters.from === day && filters.to === day
        store.change({ filters: { ...filters, from: alone ? '' : day, to: alone ? '' : day } })
      },
      element('span', { class: 'bar-space' }, fill),
      element('span', { class: 'bar-name' }, words.replace(/ (\w{3})\w* (\d+)$/, ' $1 $2'))
    )
    list.append(element('li', {}, bar))
    return { day, bar }
  })
  let timer = 0
  const play = button({ class: 'quiet play' }, () => (timer === 0 ? begin() : stop()), 'Play')
  const stop = (): void => {
    clearInterval(timer)
    timer = 0
    play.textContent = 'Play'
  }
  const begin = (): void => {
    let at = 0
    const step = (): void => {
      const next = days[at]
      at++
      if (!next) {
        stop()
        store.change({ filters: { ...store.state().filters, from: '', to: '' } })
        return
      }
      store.change({ filters: { ...store.state().filters, from: '', to: next.day } })
    }
    play.textContent = 'Stop'
    timer = window.setInterval(step, 1400)
    step()
  }
  const root = element('section', { class: 'daybars', 'aria-label': 'Days' }, play, list)
  root.hidden = days.length < 2
  on(root, 'keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const at = bars.findIndex(({ bar }) => bar === document.activeElement)
    if (step === 0 || at < 0) return
    bars[at + step]?.bar.focus()
    event.preventDefault()
  })
  return {
    root,
    show: () => {
      const { from, to } = store.state().filters
      for (const { day, bar } of bars) {
        const inside = (from === '' || day >= from) && (to === '' || day <= to)
        bar.classList.toggle('out', !inside)
        bar.setAttribute('aria-pressed', String(inside && (from !== '' || to !== '')))
      }
    }
  }
}
