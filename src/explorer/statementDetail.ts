/** One statement as the panel shows it: the sentence, the chain, the times, who else says it; and what can be copied from it. */
import { marksOf, sentenceElements } from './articleText.js'
import { citation, linkTo } from './citation.js'
import { copyButton } from './clipboard.js'
import { type Child, element, foreign } from './dom.js'
import { actBadge, actorLink, articleLink, claimLine, clip, linkFor, statementList, support } from './lists.js'
import type { Actor, Claim, Statement, Time } from './model.js'
import type { Store } from './state.js'
import { actVerbs, capital, count, dayInWords, kindNames, roleNames, spanInWords } from './words.js'

export function statementHeading({ who, act }: Statement): HTMLElement[] {
  const name = who === '' ? element('span', { class: 'nobody' }, 'Nobody named') : foreign(who)
  return [name, element('span', { class: `verb act-${act}` }, ` ${actVerbs[act]}`)]
}

export function statementDetail(store: Store, statement: Statement, say: (text: string) => void): HTMLElement[] {
  return [
    element(
      'blockquote',
      { class: 'evidence', 'data-statement': statement.key },
      sentenceElements(statement.article, marksOf(statement), statement.sentence),
      element(
        'footer',
        {},
        articleLink(store, statement.article, statement.sentence),
        statement.article.published ? `, ${dayInWords(statement.article.published)}` : '',
        `, sentence ${statement.sentence + 1}`
      )
    ),
    element(
      'p',
      { class: 'actions' },
      copyButton('Copy citation', () => citation(statement), say),
      copyButton('Copy link', () => linkTo(statement, location.href), say)
    ),
    chainSection(store, statement),
    element('section', {}, element('h3', {}, 'When and how'), facts(store, statement)),
    statement.claim ? claimSection(store, statement.claim, statement) : element('span', { hidden: true })
  ]
}

/** Who said it first, then through whom, then the article: as it went. */
function chainSection(store: Store, { chain, article, source }: Statement): HTMLElement {
  const hops = chain.map(({ role, actor, range }) =>
    element(
      'li',
      { class: 'step' },
      element('span', { class: 'step-role' }, capital(roleNames[role])),
      actorLink(store, actor),
      element(
        'span',
        { class: 'step-kind' },
        kindNames[actor.type],
        calledOtherwise(actor, article.text.slice(...range))
      )
    )
  )
  if (hops.length === 0) {
    const words = source.length > 0 ? 'Only described, not named' : 'No source is named'
    hops.push(element('li', { class: 'step' }, element('span', { class: 'nobody' }, words)))
  }
  const end = element(
    'li',
    { class: 'step step-article' },
    element('span', { class: 'step-role' }, 'Printed in'),
    articleLink(store, article),
    element('span', { class: 'step-kind' }, article.publisher ? foreign(article.publisher) : 'Article')
  )
  return element('section', {}, element('h3', {}, 'How it came here'), element('ol', { class: 'chain' }, hops, end))
}

/** ` · here “Kyiv”`, where the sentence uses another name than ours. */
function calledOtherwise({ name }: Actor, words: string): Child {
  const plain = words.replace(/\s+/g, ' ').trim()
  if (plain === '' || name.toLowerCase().includes(plain.toLowerCase())) return null
  return [' · here ', foreign(`“${clip(plain, 40)}”`)]
}

const modes = { direct: 'in quotation marks', indirect: 'in the article’s words', mixed: 'partly in quotation marks' }

function facts(store: Store, statement: Statement): HTMLElement {
  const { times, day, dayFrom, act, mode, confidence, about, inside } = statement
  const list = element('dl', { class: 'facts' })
  const add = (name: string, ...value: (Node | string)[]): void => {
    list.append(element('dt', {}, name), element('dd', {}, ...value))
  }
  add('Act', actBadge(statement), `, ${modes[mode]}`)
  if (act === 'other') add('Note', 'The text shows or tells it without a verb of saying.')
  const said = times.filter(({ of }) => of === 'said')
  if (said.length > 0) add('Said', ...timeWords(said))
  else if (dayFrom === 'article') add('Said', `by ${dayInWords(day)}, when the article came out`)
  else add('Said', 'no time is given')
  const happened = times.filter(({ of }) => of === 'happened')
  if (happened.length > 0) add('Tells of', ...timeWords(happened))
  if (about.length > 0) {
    add('About', ...about.flatMap((actor, i) => [i > 0 ? ', ' : '', actorLink(store, actor)]))
  }
  if (inside) {
    const outer = linkFor(
      store,
      { kind: 'statement', statement: inside },
      {},
      foreign(`${inside.who || 'nobody named'} ${actVerbs[inside.act]} …`)
    )
    add('Inside', outer)
  }
  add('Read with', `${Math.round(confidence * 100)} % confidence`)
  return list
}

function timeWords(times: readonly Time[]): (Node | string)[] {
  return times.flatMap(({ words, from, to }, i) => {
    const days = spanInWords(from, to)
    return [i > 0 ? '; ' : '', days || 'no day', ' (', foreign(`“${words}”`), ')']
  })
}

export function claimSection(store: Store, claim: Claim, except: Statement | null): HTMLElement {
  const others = claim.statements.filter((each) => each !== except)
  const section = element('section', {}, element('h3', {}, except ? 'Who else says it' : 'Who says it'))
  const alone = others.length === 0 && except !== null
  section.append(
    element(
      'p',
      { class: 'support' },
      alone ? 'Only this statement says so.' : support(claim),
      ' ',
      alone || !except ? '' : linkFor(store, { kind: 'claim', claim }, {}, 'Open the claim')
    )
  )
  if (claim.origins.length > 0 && !alone) section.append(originList(store, claim), ...whatCounts(claim))
  if (others.length > 0) section.append(statementList(store, others))
  // What is denied within the claim itself stands among its statements.
  const tied = [
    ...claim.links.map(({ type, to, reason }) => ({ words: `It ${type}`, claim: to, reason })),
    ...claim.linkedFrom.map(({ type, from, reason }) => ({ words: passive[type], claim: from, reason }))
  ].filter((each) => each.claim !== claim)
  if (claim.deniedBy.length > 0) {
    const names = claim.deniedBy.flatMap((actor, i) => [i > 0 ? ', ' : '', actorLink(store, actor)])
    section.append(element('p', { class: 'denied' }, 'Denied by ', names))
  }
  if (tied.length > 0) {
    const rows = tied.map((each) =>
      element(
        'li',
        {},
        element('span', { class: 'tie' }, each.words),
        claimLine(store, each.claim),
        element('span', { class: 'reason' }, each.reason)
      )
    )
    section.append(element('h3', {}, 'Against or beside it'), element('ul', { class: 'lines' }, rows))
  }
  return section
}

const passive = {
  contradicts: 'Contradicted by',
  denies: 'Denied by',
  updates: 'Updated by',
  supports: 'Supported by'
} as const

/** Where the number of articles and that of origins differ, a reader asks why. */
function whatCounts(claim: Claim): HTMLElement[] {
  if (claim.articles.length <= claim.origins.length) return []
  const words =
    'An origin is whoever said it first. A reprint adds none, nor does a second article that quotes the same agency or spokesman.'
  return [element('p', { class: 'note' }, words)]
}

function originList(store: Store, claim: Claim): HTMLElement {
  const rows = claim.origins.map(({ actors, articles }, i) =>
    element(
      'li',
      {},
      element('span', { class: 'origin-name' }, `Origin ${i + 1}: `),
      actors.flatMap((actor, n) => [n > 0 ? ', ' : '', actorLink(store, actor)]),
      actors.length > 0 && articles.length > 0 ? ', in ' : '',
      count(articles.length, 'article')
    )
  )
  return element('ol', { class: 'origins' }, rows)
}
