/** The articles as they were read: each whole, and behind a sentence the statements that stand in it. */
import { textElements } from './articleText.js'
import { button, element, foreign, replace } from './dom.js'
import type { Shown } from './filters.js'
import { clip, growing } from './lists.js'
import type { Article, Model, Statement } from './model.js'
import type { Store } from './state.js'
import { count, dayInWords } from './words.js'

export function makeArticlesView(model: Model, store: Store): { root: HTMLElement; show: (shown: Shown) => void } {
  let open: Article | null = model.articles[0] ?? null
  let shown: Shown | null = null
  const list = element('nav', { class: 'article-list', 'aria-label': 'Articles' })
  const text = element('article', { class: 'article', tabindex: 0, 'aria-label': 'Article' })
  const fill = (): void => {
    if (!shown) return
    const now = shown
    const row = (article: Article): HTMLElement =>
      element(
        'li',
        {},
        button(
          { 'aria-current': article === open ? 'true' : null },
          () => {
            open = article
            fill()
            text.scrollTop = 0
          },
          foreign(clip(article.label, 90)),
          element(
            'span',
            { class: 'line-where' },
            ` ${byline(article)} · ${count(article.statements.filter(now.has).length, 'statement')}`
          )
        )
      )
    replace(list, element('h2', { class: 'unseen' }, 'Articles'), element('ul', {}, growing(model.articles, 200, row)))
    if (open) replace(text, ...articleElements(open, store, now))
  }
  return {
    root: element('div', { class: 'articles' }, list, text),
    show: (next) => {
      shown = next
      const { selection } = store.state()
      if (selection?.kind === 'article') open = selection.article
      if (selection?.kind === 'statement') open = selection.statement.article
      fill()
    }
  }
}

function byline({ publisher, published }: Article): string {
  return [publisher, published ? dayInWords(published) : ''].filter(Boolean).join(', ')
}

function articleElements(article: Article, store: Store, shown: Shown): HTMLElement[] {
  const behind = new Map<number, Statement[]>()
  for (const statement of article.statements.filter(shown.has)) {
    behind.set(statement.sentence, [...(behind.get(statement.sentence) ?? []), statement])
  }
  const body = textElements(article, {
    marks: [],
    finish: (sentence, span) => {
      const statements = behind.get(sentence)
      const first = statements?.[0]
      if (!statements || !first) return
      span.classList.add('has-statements')
      const acts = [...new Set(statements.map(({ act }) => act))]
      span.append(
        button(
          {
            class: `note act-${acts[0]}`,
            'aria-label': `${count(statements.length, 'statement')} in sentence ${sentence + 1}`
          },
          () =>
            store.change({
              selection:
                statements.length === 1
                  ? { kind: 'statement', statement: first }
                  : { kind: 'article', article, sentence }
            }),
          String(statements.length)
        )
      )
    }
  })
  return [
    element(
      'header',
      {},
      element('h2', {}, foreign(article.label)),
      element('p', { class: 'by' }, foreign(byline(article) || article.doc), sourceLink(article))
    ),
    ...body
  ]
}

/** Only an address of the web becomes a link: an article could claim any other. */
function sourceLink({ url }: Article): HTMLElement | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null
  return element('a', { href: url, rel: 'noreferrer noopener', target: '_blank', class: 'outside' }, ' Original')
}
