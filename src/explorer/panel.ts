/** The panel beside the view: what is selected, with its evidence, and below it the whole article, at the sentence. */
import { textElements } from './articleText.js'
import { button, element, foreign, replace } from './dom.js'
import type { Shown } from './filters.js'
import type { Model } from './model.js'
import { type Content, contentOf, startContent } from './panelContent.js'
import { makeReport } from './report.js'
import type { Selection, Store } from './state.js'
import { prefersStillness } from './theme.js'
import { dayInWords } from './words.js'

export interface Panel {
  readonly root: HTMLElement
  readonly show: (selection: Selection | null, shown: Shown) => void
  readonly focus: () => void
}

export function makePanel(model: Model, store: Store, say: (text: string) => void): Panel {
  const kicker = element('p', { class: 'kicker' })
  const heading = element('h2', { tabindex: -1, id: 'panel-heading' })
  const close = button(
    { class: 'close', 'aria-label': 'Close', title: 'Close (Esc)' },
    () => store.change({ selection: null }),
    '×'
  )
  const body = element('div', { class: 'panel-body' })
  const scroller = element('div', {
    class: 'panel-top',
    tabindex: 0,
    role: 'group',
    'aria-labelledby': 'panel-heading'
  })
  scroller.append(element('header', {}, kicker, heading, close), body)
  const reader = element('section', { class: 'reader', 'aria-label': 'The whole article', tabindex: 0 })
  const root = element('aside', { class: 'panel', 'aria-label': 'Evidence' }, scroller, reader)

  return {
    root,
    focus: () => heading.focus({ preventScroll: true }),
    show: (selection, shown) => {
      const content = selection
        ? contentOf(model, store, selection, shown, say)
        : startContent(model, store, makeReport(model, shown))
      kicker.textContent = content.kicker
      replace(heading, ...content.heading)
      replace(body, ...content.body)
      close.hidden = selection === null
      root.classList.toggle('empty', selection === null)
      scroller.scrollTop = 0
      showReader(reader, content.reader)
      root.classList.toggle('reads', content.reader !== null)
    }
  }
}

function showReader(reader: HTMLElement, shown: Content['reader']): void {
  reader.hidden = shown === null
  if (!shown) {
    replace(reader)
    return
  }
  const { article, marks, sentence } = shown
  const by = [article.publisher, article.published ? dayInWords(article.published) : ''].filter(Boolean).join(', ')
  replace(
    reader,
    element('header', {}, element('h3', {}, foreign(article.label)), by ? foreign(by, { class: 'by' }) : ''),
    textElements(article, { marks, current: sentence })
  )
  const at = reader.querySelector('mark') ?? reader.querySelector('.current')
  if (!(at instanceof HTMLElement)) return
  const top = at.offsetTop - reader.clientHeight * 0.3
  reader.scrollTo({ top, behavior: prefersStillness() ? 'instant' : 'auto' })
}
