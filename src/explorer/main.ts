/** The explorer starts: reads the page's data, builds its parts, and keeps them, the address and the reader's choices in step. */
import type { PageData } from '../render/pageData.js'
import { makeArticlesView } from './articlesView.js'
import { makeCompareView } from './compareView.js'
import { button, element, foreign, on, replace } from './dom.js'
import { applyFilters } from './filters.js'
import { makeFilterView } from './filterView.js'
import { makeGraphView } from './graphView.js'
import { makePanel } from './panel.js'
import { readModel } from './readModel.js'
import { makeReportView } from './reportView.js'
import { makeSearchBox } from './searchBox.js'
import { makeStore, readHash, startState, type View, views, writeHash } from './state.js'
import { makeTableView } from './tableView.js'
import { switchTheme } from './theme.js'
import { makeDayBars, makeTimelineView } from './timelineView.js'
import { capital } from './words.js'

/** On a phone the answers come first: there the questions beside the graph have no room. */
function isNarrow(): boolean {
  return matchMedia('(max-width: 760px)').matches
}

function start(): void {
  const block = document.getElementById('data')
  const data: PageData = JSON.parse(block?.textContent ?? '{}')
  block?.remove()
  const model = readModel(data)
  const store = makeStore(startState(model, location.hash, isNarrow() ? 'report' : 'graph'))
  const live = element('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' })
  const say = (text: string): void => {
    live.textContent = text
  }

  const panel = makePanel(model, store, say)
  const filters = makeFilterView(model, store)
  const search = makeSearchBox(model, store, say)
  const bars = makeDayBars(model, store)
  const shownAtFirst = applyFilters(model, store.state().filters)
  const graph = makeGraphView(model, store, shownAtFirst, say)
  const graphPage = element('div', { class: 'graph-page' }, graph.root, bars.root)

  type Shown = ReturnType<typeof applyFilters>
  const parts = new Map<View, { root: HTMLElement; show: (shown: Shown) => void }>()
  const makers: Record<View, () => { root: HTMLElement; show: (shown: Shown) => void }> = {
    graph: () => ({
      root: graphPage,
      show: (shown) => {
        graph.show(shown, store.state().selection)
        bars.show()
      }
    }),
    report: () => makeReportView(model, store),
    timeline: () => makeTimelineView(store),
    table: () => makeTableView(store),
    articles: () => makeArticlesView(model, store),
    compare: () => makeCompareView(model, store)
  }
  /** A view is built when it is first looked at. */
  const partOf = (view: View) => {
    const known = parts.get(view)
    if (known) return known
    const made = makers[view]()
    parts.set(view, made)
    return made
  }

  const tabs = views.map((view) => {
    const tab = button({ class: 'tab' }, () => store.change({ view }), capital(view))
    return { view, tab }
  })
  const main = element('main', { id: 'main', tabindex: -1 })
  const toggle = button(
    { class: 'quiet filter-toggle', 'aria-expanded': 'false', 'aria-controls': 'filters' },
    () => {
      const open = document.body.classList.toggle('filtering')
      toggle.setAttribute('aria-expanded', String(open))
    },
    'Filters'
  )
  const aside = element('section', { id: 'filters', class: 'filters-side', 'aria-label': 'Filters' }, filters.root)
  const header = element(
    'header',
    { class: 'top' },
    element('h1', {}, element('span', { class: 'brand' }, 'Hearsay'), foreign(model.title, { class: 'collection' })),
    search.root,
    element(
      'nav',
      { class: 'tabs', 'aria-label': 'Views' },
      toggle,
      tabs.map(({ tab }) => tab)
    ),
    button({ class: 'quiet theme', 'aria-label': 'Light or dark', title: 'Light or dark' }, switchTheme, '◐')
  )
  const skip = element('a', { class: 'skip', href: '#main' }, 'Skip to the view')
  on(skip, 'click', (event) => {
    event.preventDefault()
    main.focus()
  })
  document.body.prepend(skip, header, element('div', { class: 'frame' }, aside, main, panel.root), live)

  let shown = shownAtFirst
  let opener: Element | null = null
  const showView = (): void => {
    const { view } = store.state()
    const part = partOf(view)
    if (part.root.parentElement !== main) replace(main, part.root)
    part.show(shown)
    for (const { view: own, tab } of tabs) {
      if (own === view) tab.setAttribute('aria-current', 'page')
      else tab.removeAttribute('aria-current')
    }
    document.body.dataset.view = view
  }
  const showPanel = (): void => {
    const { selection } = store.state()
    panel.show(selection, shown)
    document.body.classList.toggle('selected', selection !== null)
  }

  store.listen((now, before) => {
    const filtered = now.filters !== before.filters
    if (filtered) {
      shown = applyFilters(model, now.filters)
      filters.show(now.filters, shown)
    }
    const selected = now.selection !== before.selection
    if (filtered || now.view !== before.view || now.compared !== before.compared) showView()
    else if (selected && (now.view === 'graph' || now.view === 'articles')) partOf(now.view).show(shown)
    if (selected || (filtered && (now.selection === null || now.selection.kind === 'actor'))) showPanel()
    if (selected && now.selection) {
      if (!before.selection) opener = document.activeElement
      panel.focus()
    } else if (selected) {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
      opener = null
    }
    const hash = writeHash(now)
    if (hash !== location.hash && (selected || now.view !== before.view || now.compared !== before.compared)) {
      history.pushState(null, '', hash === '' ? location.pathname + location.search : hash)
    }
  })
  window.addEventListener('popstate', () => store.change({ ...readHash(location.hash, model) }))
  window.addEventListener('hashchange', () => {
    if (writeHash(store.state()) !== location.hash) store.change({ ...readHash(location.hash, model) })
  })
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    if (event.key === 'Escape') {
      if (document.body.classList.contains('filtering')) toggle.click()
      else if (store.state().selection) store.change({ selection: null })
    } else if (event.key === '/' && !typing) {
      event.preventDefault()
      search.field.focus()
    }
  })

  filters.show(store.state().filters, shown)
  showView()
  showPanel()
  if (store.state().selection) panel.focus()
  performance.mark('hearsay-ready')
}

start()
