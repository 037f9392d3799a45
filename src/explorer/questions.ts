/** What a reader who has just come may want to ask, each with its answers one click from their evidence. */
import { button, element } from './dom.js'
import { claimLine, statementList } from './lists.js'
import type { Model } from './model.js'
import type { Report } from './report.js'
import type { Store } from './state.js'

export function startQuestions(model: Model, store: Store, report: Report): HTMLElement[] {
  const claims = (list: Report['repeated']): HTMLElement =>
    element(
      'ul',
      { class: 'lines' },
      list.slice(0, 12).map((claim) => element('li', {}, claimLine(store, claim)))
    )
  const conflicts = report.conflicts.map(({ from }) => from)
  const questions: [string, number, () => HTMLElement][] = [
    ['Who denied what?', report.denials.length, () => statementList(store, report.denials)],
    ['What contradicts what?', conflicts.length, () => claims([...new Set(conflicts)])],
    ['What could nobody verify?', report.unverified.length, () => statementList(store, report.unverified)],
    ['What do several articles print from one origin?', report.repeated.length, () => claims(report.repeated)],
    ['What has several independent origins?', report.supported.length, () => claims(report.supported)]
  ]
  const asked = questions.filter(([, number]) => number > 0)
  const sections = asked.map(([question, number, answer], i) =>
    element(
      'details',
      { class: 'question', open: i === 0 },
      element('summary', {}, element('h3', {}, question), element('span', { class: 'number' }, number)),
      answer()
    )
  )
  const hint = element(
    'p',
    { class: 'hint' },
    model.edges.length > 0
      ? 'Or press a line of the graph to read the sentence it comes from, press a name to see all it says, or '
      : 'Or ',
    button({ class: 'link' }, () => store.change({ view: 'report' }), 'read the report'),
    '.'
  )
  return [hint, ...sections]
}
