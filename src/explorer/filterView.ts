/** Choices that narrow every view: acts, actors, articles, days; each with how many statements it would show. */
import type { Act } from '../model.js'
import { button, element, foreign, freshId, on, replace } from './dom.js'
import { type Filters, isFiltering, noFilters, type Shown, toggled } from './filters.js'
import { kindMark } from './lists.js'
import type { Model, Statement } from './model.js'
import { fold } from './search.js'
import type { Store } from './state.js'
import { actOrder, actVerbs, capital, count } from './words.js'

export interface FilterView {
  readonly root: HTMLElement
  readonly show: (filters: Filters, shown: Shown) => void
}

interface Choice<Key> {
  readonly key: Key
  readonly name: string
  readonly mark: () => HTMLElement | null
  readonly number: number
}

export function makeFilterView(model: Model, store: Store): FilterView {
  const set = (part: Partial<Filters>): void => store.change({ filters: { ...store.state().filters, ...part } })
  const tally = element('p', { class: 'tally', 'aria-live': 'polite' })
  const clear = button({ class: 'quiet' }, () => store.change({ filters: noFilters }), 'Clear filters')
  const acts = group<Act>('What was done', actChoices(model.statements), 20, (act) => {
    set({ acts: toggled(store.state().filters.acts, act) })
  })
  const actors = group('Who says it', actorChoices(model), 8, (actor) => {
    set({ actors: toggled(store.state().filters.actors, actor) })
  })
  const articles = group('Where it stands', articleChoices(model), 8, (article) => {
    set({ articles: toggled(store.state().filters.articles, article) })
  })
  const days = model.statements
    .map(({ day }) => day)
    .filter((day) => day.length === 10)
    .sort()
  const [first = '', last = ''] = [days[0], days[days.length - 1]]
  const from = dayField('From', first, last, (day) => set({ from: day }))
  const to = dayField('To', first, last, (day) => set({ to: day }))
  const root = element(
    'form',
    { class: 'filters' },
    element('div', { class: 'filters-head' }, tally, clear),
    acts.root,
    actors.root,
    articles.root,
    element(
      'fieldset',
      {},
      element('legend', {}, 'When it was said'),
      element('div', { class: 'days' }, from.root, to.root)
    )
  )
  on(root, 'submit', (event) => event.preventDefault())
  return {
    root,
    show: (filters, shown) => {
      const all = model.statements.length
      tally.textContent = isFiltering(filters)
        ? `${shown.statements.length.toLocaleString('en')} of ${count(all, 'statement')}`
        : `All ${count(all, 'statement')}`
      clear.hidden = !isFiltering(filters)
      acts.show(filters.acts)
      actors.show(filters.actors)
      articles.show(filters.articles)
      from.input.value = filters.from
      to.input.value = filters.to
    }
  }
}

function group<Key>(name: string, choices: readonly Choice<Key>[], most: number, press: (key: Key) => void) {
  const boxes = new Map<Key, HTMLInputElement>()
  const made = new Map<Key, HTMLElement>()
  const list = element('ul', {})
  let chosen: ReadonlySet<Key> = new Set()
  // Rows come into being when they are first shown: there may be ten thousand names.
  const rowFor = ({ key, name: label, mark, number }: Choice<Key>): HTMLElement => {
    const known = made.get(key)
    if (known) return known
    const box = element('input', { type: 'checkbox' })
    box.checked = chosen.has(key)
    boxes.set(key, box)
    on(box, 'change', () => press(key))
    const words = element('span', { class: 'choice-name' }, foreign(label))
    const row = element(
      'li',
      {},
      element('label', {}, box, mark(), words, element('span', { class: 'number' }, number))
    )
    made.set(key, row)
    return row
  }
  let [whole, typed] = [false, '']
  const more = button({ class: 'link' }, () => {
    whole = !whole
    fill()
  })
  const fill = (): void => {
    const found = typed === '' ? choices : choices.filter(({ name: label }) => fold(label).includes(fold(typed)))
    // What is chosen stays in sight, however short the list.
    const kept = found.filter(({ key }, i) => whole || i < most || chosen.has(key))
    replace(list, kept.slice(0, 400).map(rowFor))
    more.hidden = found.length <= most
    more.textContent = whole ? 'Show fewer' : `Show all ${found.length.toLocaleString('en')}`
  }
  const root = element('fieldset', {}, element('legend', {}, name))
  if (choices.length > most + 4) {
    const field = element('input', { type: 'search', placeholder: 'Find a name', 'aria-label': `${name}: find a name` })
    on(field, 'input', () => {
      typed = field.value
      fill()
    })
    root.append(field)
  }
  root.append(list, more)
  fill()
  return {
    root,
    show: (next: ReadonlySet<Key>) => {
      chosen = next
      for (const [key, box] of boxes) box.checked = chosen.has(key)
    }
  }
}

function dayField(name: string, min: string, max: string, change: (day: string) => void) {
  const id = freshId('day')
  const input = element('input', { type: 'date', id, min, max })
  on(input, 'change', () => change(input.value))
  return { root: element('div', {}, element('label', { for: id }, name), input), input }
}

function actChoices(statements: readonly Statement[]): Choice<Act>[] {
  return actOrder.flatMap((act) => {
    const number = statements.filter((statement) => statement.act === act).length
    const mark = (): HTMLElement => element('span', { class: `dot act-${act}`, 'aria-hidden': 'true' })
    return number === 0 ? [] : [{ key: act, name: capital(actVerbs[act]), mark, number }]
  })
}

function actorChoices({ actors }: Model): Choice<number>[] {
  return actors
    .filter(({ says }) => says.length > 0)
    .sort((a, b) => b.says.length - a.says.length || a.number - b.number)
    .map((actor) => ({ key: actor.number, name: actor.name, mark: () => kindMark(actor), number: actor.says.length }))
}

function articleChoices({ articles }: Model): Choice<number>[] {
  return articles.map(({ number, label, statements }) => ({
    key: number,
    name: label,
    mark: () => null,
    number: statements.length
  }))
}
