/** The report: what was denied, what conflicts, what has one origin only, what nobody could verify; every line leads to its sentence. */
import { element, replace } from './dom.js'
import type { Shown } from './filters.js'
import { articleLink, claimLine, growing, statementLine, statementList } from './lists.js'
import type { Claim, ClaimLink, Copy, Model } from './model.js'
import { makeReport } from './report.js'
import type { Store } from './state.js'
import { count } from './words.js'

export function makeReportView(model: Model, store: Store): { root: HTMLElement; show: (shown: Shown) => void } {
  const root = element('div', { class: 'page report', tabindex: 0, role: 'region', 'aria-label': 'Report' })
  return {
    root,
    show: (shown) => {
      const report = makeReport(model, shown)
      const statements = shown.statements.length
      const articles = new Set(shown.statements.map(({ article }) => article)).size
      replace(
        root,
        element('h2', {}, 'Report'),
        element(
          'p',
          { class: 'lede' },
          `${count(statements, 'statement')} in ${count(articles, 'article')}. `,
          `${count(report.supported.length, 'claim')} ${report.supported.length === 1 ? 'has' : 'have'} two independent origins or more; `,
          `${count(report.repeated.length, 'claim')} ${report.repeated.length === 1 ? 'stands' : 'stand'} in several articles and ${report.repeated.length === 1 ? 'goes' : 'go'} back to one.`
        ),
        section('Denials', 'Who denied, and what.', report.denials.length, statementList(store, report.denials)),
        section(
          'Conflicts',
          'Claims that contradict or deny one another.',
          report.conflicts.length,
          pairs(store, report.conflicts)
        ),
        section(
          'Updates',
          'A later count or report of the same thing.',
          report.updates.length,
          pairs(store, report.updates)
        ),
        section(
          'Independent support',
          'Two origins or more, none of which repeats another.',
          report.supported.length,
          claimList(store, report.supported)
        ),
        section(
          'Many articles, one origin',
          'Printed more than once, but all of it goes back to one telling.',
          report.repeated.length,
          claimList(store, report.repeated)
        ),
        section(
          'Not verified',
          'What a source could not verify, or doubts.',
          report.unverified.length,
          statementList(store, report.unverified)
        ),
        section(
          'No source named',
          'Attributed, but to nobody.',
          report.unsourced.length,
          statementList(store, report.unsourced)
        ),
        section('Copies', 'Articles that repeat others.', model.copies.length, copies(model, store))
      )
    }
  }
}

function section(title: string, note: string, number: number, list: HTMLElement): HTMLElement {
  const heading = element('h3', {}, title, ' ', element('span', { class: 'number' }, number))
  const body = number === 0 ? element('p', { class: 'none' }, 'None found.') : list
  return element(
    'section',
    {},
    element('div', { class: 'section-head' }, heading, element('p', { class: 'note' }, note)),
    body
  )
}

function claimList(store: Store, claims: readonly Claim[]): HTMLElement {
  const row = (claim: Claim): HTMLElement => element('li', {}, claimLine(store, claim))
  return element('ul', { class: 'lines' }, growing(claims, 60, row))
}

interface Linked {
  readonly from: Claim
  readonly link: ClaimLink
}

function pairs(store: Store, list: readonly Linked[]): HTMLElement {
  // Who said what shows it better than the claims do, which hold what others say as well.
  const row = ({ from, link }: Linked): HTMLElement =>
    element(
      'li',
      { class: 'pair' },
      link.evidence[0] ? statementLine(store, link.evidence[0]) : claimLine(store, from),
      element('span', { class: 'tie' }, link.type),
      link.evidence[1] ? statementLine(store, link.evidence[1]) : claimLine(store, link.to),
      element('span', { class: 'reason' }, link.reason)
    )
  return element('ul', { class: 'lines' }, growing(list, 60, row))
}

function copies({ copies: list }: Model, store: Store): HTMLElement {
  const row = ({ from, of, kind, sentences, reason }: Copy): HTMLElement => {
    const compare = element('button', { type: 'button', class: 'quiet' }, 'Compare')
    compare.addEventListener('click', () => store.change({ view: 'compare', compared: [from, of] }))
    return element(
      'li',
      { class: 'pair' },
      articleLink(store, from),
      element('span', { class: 'tie' }, kind === 'reprint' ? 'reprints' : 'rewrites'),
      articleLink(store, of),
      element('span', { class: 'reason' }, `${count(sentences.length, 'sentence')}; ${reason}`),
      compare
    )
  }
  return element('ul', { class: 'lines' }, growing(list, 60, row))
}
