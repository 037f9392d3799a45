/** All statements as a table that can be sorted by any column: the same as the graph, for those who read rows. */
import { button, element, foreign, replace } from './dom.js'
import type { Shown } from './filters.js'
import { actBadge, actorLink, articleLink, clip, growing, linkFor } from './lists.js'
import type { Statement } from './model.js'
import type { Store } from './state.js'
import { actVerbs } from './words.js'

interface Column {
  readonly name: string
  readonly key: (statement: Statement) => string | number
  readonly cell: (store: Store, statement: Statement) => (Node | string)[]
}

const columns: readonly Column[] = [
  {
    name: 'Who',
    key: ({ who }) => who.toLowerCase(),
    cell: (store, { chain, who }) => {
      const first = chain[0]
      if (first) return [actorLink(store, first.actor)]
      return [who === '' ? element('span', { class: 'nobody' }, 'Nobody named') : foreign(who)]
    }
  },
  { name: 'Did', key: ({ act }) => actVerbs[act], cell: (_, statement) => [actBadge(statement)] },
  {
    name: 'What',
    key: ({ text }) => text.toLowerCase(),
    cell: (store, statement) => [
      linkFor(store, { kind: 'statement', statement }, {}, foreign(clip(statement.text, 200)))
    ]
  },
  {
    name: 'Through',
    key: ({ chain }) => (chain[1]?.actor.name ?? '').toLowerCase(),
    cell: (store, { chain }) => chain.slice(1).flatMap(({ actor }, i) => [i > 0 ? ', ' : '', actorLink(store, actor)])
  },
  {
    name: 'Article',
    key: ({ article, sentence }) => `${article.label.toLowerCase()} ${String(sentence).padStart(6, '0')}`,
    cell: (store, { article, sentence }) => [articleLink(store, article, sentence)]
  },
  { name: 'Said', key: ({ day }) => day, cell: (_, { dayWords }) => [dayWords] },
  {
    name: 'Origins',
    key: ({ claim }) => claim?.origins.length ?? 0,
    cell: (_, { claim }) => [String(claim?.origins.length ?? 0)]
  },
  {
    name: 'Articles',
    key: ({ claim }) => claim?.articles.length ?? 1,
    cell: (_, { claim }) => [String(claim?.articles.length ?? 1)]
  },
  {
    name: 'Sure',
    key: ({ confidence }) => confidence,
    cell: (_, { confidence }) => [`${Math.round(confidence * 100)} %`]
  }
]

export function makeTableView(store: Store): { root: HTMLElement; show: (shown: Shown) => void } {
  let [sorted, down]: [Column | null, boolean] = [null, false]
  let shown: readonly Statement[] = []
  const body = element('tbody', {})
  const heads = columns.map((column) => {
    const head = element('th', { scope: 'col' })
    head.append(
      button(
        { class: 'sort' },
        () => {
          down = sorted === column ? !down : false
          sorted = column
          fill()
        },
        column.name
      )
    )
    return head
  })
  const fill = (): void => {
    const rows = [...shown]
    const column = sorted
    if (column) rows.sort((a, b) => compare(column.key(a), column.key(b)) * (down ? -1 : 1) || a.number - b.number)
    for (const [i, head] of heads.entries()) {
      const state = columns[i] !== sorted ? 'none' : down ? 'descending' : 'ascending'
      head.setAttribute('aria-sort', state)
    }
    replace(
      body,
      growing(rows, 150, (statement) => row(store, statement))
    )
  }
  const table = element(
    'table',
    {},
    element('caption', {}, 'Statements'),
    element('thead', {}, element('tr', {}, heads)),
    body
  )
  return {
    root: element('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Table of statements' }, table),
    show: (next) => {
      shown = next.statements
      fill()
    }
  }
}

function row(store: Store, statement: Statement): HTMLElement {
  return element(
    'tr',
    {},
    columns.map(({ name, cell }) => element('td', { 'data-column': name }, cell(store, statement)))
  )
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
