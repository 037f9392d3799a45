/** A selection → what the panel shows of it: heading, evidence, and which article to open at which sentence. */
import { marksOf, marksOfEvidence, sentenceElements } from './articleText.js'
import { button, element, foreign } from './dom.js'
import type { Shown } from './filters.js'
import type { MarkedRange } from './highlight.js'
import { actorLink, articleLink, kindMark, statementList, support } from './lists.js'
import type { Actor, Article, Claim, Edge, Model } from './model.js'
import { startQuestions } from './questions.js'
import type { Report } from './report.js'
import type { Selection, Store } from './state.js'
import { claimSection, statementDetail, statementHeading } from './statementDetail.js'
import { actOrder, actVerbs, capital, count, dayInWords, kindNames, relationInWords } from './words.js'

export interface Content {
  readonly kicker: string
  readonly heading: (Node | string)[]
  readonly body: HTMLElement[]
  readonly reader: {
    readonly article: Article
    readonly marks: readonly MarkedRange[]
    readonly sentence: number
  } | null
}

export function contentOf(
  model: Model,
  store: Store,
  selection: Selection,
  shown: Shown,
  say: (text: string) => void
): Content {
  if (selection.kind === 'statement') {
    const { statement } = selection
    return {
      kicker: 'Statement',
      heading: statementHeading(statement),
      body: statementDetail(store, statement, say),
      reader: { article: statement.article, marks: marksOf(statement), sentence: statement.sentence }
    }
  }
  if (selection.kind === 'edge') return edgeContent(store, selection.edge, selection.place, say)
  if (selection.kind === 'actor') return actorContent(store, selection.actor, shown)
  if (selection.kind === 'claim') return claimContent(store, selection.claim)
  const { article, sentence } = selection
  const statements = sentence < 0 ? article.statements : article.statements.filter((each) => each.sentence === sentence)
  const copies = model.copies.filter(({ from, of }) => from === article || of === article)
  return {
    kicker: sentence < 0 ? 'Article' : `Article, sentence ${sentence + 1}`,
    heading: [foreign(article.label)],
    body: [
      element('p', {}, articleFacts(article)),
      ...copies.map(({ from, of, kind }) =>
        element(
          'p',
          {},
          from === article ? `A ${kind} of ` : `Has a ${kind}: `,
          articleLink(store, from === article ? of : from)
        )
      ),
      element('h3', {}, count(statements.length, 'statement')),
      statementList(store, statements, false)
    ],
    reader: { article, marks: [], sentence }
  }
}

function articleFacts({ publisher, published, authors, doc }: Article): HTMLElement {
  const words = [
    publisher ?? 'no publisher given',
    published ? dayInWords(published) : 'no date given',
    ...authors,
    `file ${doc}`
  ]
  return foreign(words.join(' · '), { class: 'by' })
}

function edgeContent(store: Store, edge: Edge, place: number, say: (text: string) => void): Content {
  const evidence = edge.evidence[place] ?? edge.evidence[0]
  const pages = element('nav', { class: 'places', 'aria-label': 'Pieces of evidence' })
  if (edge.evidence.length > 1) {
    for (const i of edge.evidence.keys()) {
      pages.append(
        button(
          { 'aria-current': i === place ? 'true' : null, 'aria-label': `Evidence ${i + 1} of ${edge.evidence.length}` },
          () => store.change({ selection: { kind: 'edge', edge, place: i } }),
          String(i + 1)
        )
      )
    }
  }
  const heading = [
    actorLink(store, edge.from),
    element('span', { class: 'relation' }, ` ${relationInWords(edge.relation)} `),
    actorLink(store, edge.to)
  ]
  const kicker = `Connection · ${count(edge.evidence.length, 'piece of evidence', 'pieces of evidence')}`
  if (!evidence) return { kicker, heading, body: [], reader: null }
  const { article, sentence, statement } = evidence
  const own = statement
    ? [element('p', { class: 'subhead' }, statementHeading(statement)), ...statementDetail(store, statement, say)]
    : [
        element(
          'blockquote',
          { class: 'evidence' },
          sentenceElements(article, marksOfEvidence(evidence), sentence),
          element(
            'footer',
            {},
            articleLink(store, article, sentence),
            `, sentence ${sentence + 1}, in the article’s own voice`
          )
        )
      ]
  return {
    kicker,
    heading,
    body: [...(edge.evidence.length > 1 ? [pages] : []), ...own],
    reader: { article, marks: marksOfEvidence(evidence), sentence }
  }
}

function actorContent(store: Store, actor: Actor, shown: Shown): Content {
  const says = actor.says.filter(shown.has)
  const told = actor.told.filter((each) => shown.has(each) && !says.includes(each))
  const groups = actOrder.flatMap((act) => {
    const own = says.filter((statement) => statement.act === act)
    if (own.length === 0) return []
    return [
      element('h3', {}, `${capital(actVerbs[act])} `, element('span', { class: 'number' }, own.length)),
      statementList(store, own)
    ]
  })
  const edges = actor.edges.filter(shown.hasEdge).map((edge) => element('li', {}, edgeLine(store, edge)))
  const names = actor.otherNames.filter((name) => name !== actor.name)
  return {
    kicker: kindNames[actor.type],
    heading: [kindMark(actor), foreign(actor.name)],
    body: [
      names.length > 0
        ? element('p', { class: 'by' }, 'Also ', foreign(names.join(', ')))
        : element('span', { hidden: true }),
      ...groups,
      ...(told.length > 0
        ? [
            element('h3', {}, 'Said about it ', element('span', { class: 'number' }, told.length)),
            statementList(store, told)
          ]
        : []),
      ...(edges.length > 0
        ? [
            element('h3', {}, 'Connections ', element('span', { class: 'number' }, edges.length)),
            element('ul', { class: 'lines' }, edges)
          ]
        : [])
    ],
    reader: null
  }
}

function edgeLine(store: Store, edge: Edge): HTMLElement {
  return button(
    { class: 'line' },
    () => store.change({ selection: { kind: 'edge', edge, place: 0 } }),
    foreign(`${edge.from.name} ${relationInWords(edge.relation)} ${edge.to.name}`),
    element('span', { class: 'line-where' }, ` ${edge.evidence.length}`)
  )
}

function claimContent(store: Store, claim: Claim): Content {
  const first = claim.firstSaidBy
  const when = claim.firstSaid ? dayInWords(claim.firstSaid) : ''
  return {
    kicker: `Claim · ${support(claim)}`,
    heading: [foreign(claim.text)],
    body: [
      first || when
        ? element('p', {}, 'First said ', first ? ['by ', actorLink(store, first)] : '', when ? `, ${when}` : '')
        : element('span', { hidden: true }),
      claimSection(store, claim, null)
    ],
    reader: null
  }
}

export function startContent(model: Model, store: Store, report: Report): Content {
  return {
    kicker: `${count(model.articles.length, 'article')} · ${count(model.statements.length, 'statement')} · ${count(model.claims.length, 'claim')}`,
    heading: ['Start with a question'],
    body: startQuestions(model, store, report),
    reader: null
  }
}
