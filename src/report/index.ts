/**
 * A resolution and its records → `report.md`: what is well supported, in dispute, denied, or only seems to be widely reported. Every
 * line leads to the sentence that it rests on, in `index.html` beside it.
 */
import type { ArticleId, ArticleRecord, Claim, ClaimId, ClaimLink, Resolution } from '../model.js'
import { escapeMarkdown, linkTo, shorten } from './markdown.js'
import { type Gathered, gatherQuotes, type Quote } from './quotes.js'

/** A section with more lines says how many it leaves out. */
const most = 25
/** So many statements of one claim are quoted. */
const mostQuotes = 8

/** @param records may be read once for each report; as they were resolved, or with global ids */
export function reportOf(records: Iterable<ArticleRecord>, resolution: Resolution): string {
  const chosen = choose(resolution)
  const wanted = new Set(
    [...chosen.supported, ...chosen.repeated, ...chosen.denied].flatMap((claim) => claim.statements)
  )
  for (const { link } of [...chosen.conflicts, ...chosen.denials, ...chosen.updates]) {
    for (const id of link.evidence) wanted.add(id)
  }
  const gathered = gatherQuotes(records, resolution, wanted)
  const claimsOf = new Map(resolution.claims.map((claim) => [claim.id, claim]))
  const report: Report = { resolution, gathered, claimsOf }
  return [
    '# What is said, by whom, and who else says so',
    opening(report),
    section('Said by more than one origin', chosen.supported.map(claimLines(report))),
    section('In conflict', chosen.conflicts.map(linkLines(report, 'against'))),
    section('Denied', [
      ...chosen.denied.map(claimLines(report)),
      ...chosen.denials.map(linkLines(report, 'denies that'))
    ]),
    section('Later figures', chosen.updates.map(linkLines(report, 'before'))),
    section('In several articles, from one origin', chosen.repeated.map(claimLines(report))),
    section(
      'What could not be verified',
      gathered.unverified.map((quote) => [`- ${quoteLine(quote)}`])
    ),
    section(
      'From sources without a name',
      gathered.unnamed.map((quote) => [`- ${quoteLine(quote)}`])
    ),
    section('Articles that repeat another', copyLines(report))
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

interface Report {
  readonly resolution: Resolution
  readonly gathered: Gathered
  readonly claimsOf: ReadonlyMap<ClaimId, Claim>
}

interface Linked {
  readonly claim: Claim
  readonly link: ClaimLink
}

interface Chosen {
  readonly supported: readonly Claim[]
  readonly repeated: readonly Claim[]
  /** Denied and asserted in one claim, or denied by somebody with no claim beside it. */
  readonly denied: readonly Claim[]
  readonly conflicts: readonly Linked[]
  readonly denials: readonly Linked[]
  readonly updates: readonly Linked[]
}

function choose({ claims }: Resolution): Chosen {
  const links = claims.flatMap((claim) => claim.links.map((link) => ({ claim, link })))
  const ofType = (type: ClaimLink['type']): Linked[] => links.filter(({ link }) => link.type === type)
  const denials = ofType('denies')
  const denying = new Set(denials.map(({ claim }) => claim.id))
  const shared = claims.filter((claim) => claim.articles.length > 1).sort(byWeight)
  return {
    supported: shared.filter((claim) => claim.origins.length > 1 && claim.deniedBy.length === 0),
    repeated: shared.filter((claim) => claim.origins.length < 2 && claim.deniedBy.length === 0),
    denied: claims.filter((claim) => claim.deniedBy.length > 0 && !denying.has(claim.id)).sort(byWeight),
    conflicts: ofType('contradicts'),
    denials,
    updates: ofType('updates')
  }
}

function byWeight(a: Claim, b: Claim): number {
  const least = b.origins.length - a.origins.length || b.articles.length - a.articles.length
  return least || b.statements.length - a.statements.length || (a.id < b.id ? -1 : 1)
}

function opening({ resolution, gathered }: Report): string {
  const shared = resolution.claims.filter((claim) => claim.articles.length > 1).length
  return [
    `${count(gathered.docOf.size, 'article')} with ${count(gathered.statements, 'statement')} that make ${count(resolution.claims.length, 'claim')}; ${count(shared, 'claim')} in several articles.`,
    'An *origin* is whoever said it first: an agency’s report in three papers is one, and so is a ministry and its spokesman. Denials count for no origin.'
  ].join('\n\n')
}

function section(title: string, items: readonly (readonly string[])[]): string {
  if (items.length === 0) return ''
  const rest = items.length - most
  const more = rest > 0 ? [`\n…and ${rest} more in \`claims.ndjson\`.`] : []
  return [`## ${title}\n`, ...items.slice(0, most).flat(), ...more].join('\n')
}

/** The claim, what it rests on, and its statements, each with its sentence. */
function claimLines({ gathered }: Report): (claim: Claim) => string[] {
  return (claim) => {
    const all = claim.statements.flatMap((id) => gathered.quotes.get(id) ?? [])
    const own = all.filter((quote) => !quote.passesOn || quote.act === 'deny')
    const quotes = (own.length > 0 ? own : all).sort(byTime)
    const facts = [
      count(claim.articles.length, 'article'),
      claim.origins.length > 0 ? count(claim.origins.length, 'origin') : '',
      claim.firstSaid === null ? '' : `first on ${claim.firstSaid}`
    ].filter((fact) => fact !== '')
    const rest = quotes.length - mostQuotes
    const [only] = quotes
    if (only !== undefined && quotes.length === 1) return [`- ${quoteLine(only)}`]
    return [
      `- **${linkTo(shorten(claim.text), claim.id)}** (${facts.join(', ')})`,
      ...quotes.slice(0, mostQuotes).map((quote) => `  - ${quoteLine(quote)}`),
      ...(rest > 0 ? [`  - …and ${rest} more`] : [])
    ]
  }
}

function linkLines({ gathered, claimsOf }: Report, word: string): (linked: Linked) => string[] {
  return ({ claim, link }) => {
    const [own, other] = link.evidence.map((id) => gathered.quotes.get(id))
    const target = claimsOf.get(link.to)
    return [
      `- ${own === undefined ? escapeMarkdown(claim.text) : quoteLine(own)}`,
      `  - ${word}: ${other === undefined ? escapeMarkdown(target?.text ?? '') : quoteLine(other)}`,
      `  - because: ${escapeMarkdown(link.reason)}`
    ]
  }
}

/** "Ann Leary *said*, through the Carrow Courier: “…” ([story, sentence 3](…))", the cue as the article has it. */
function quoteLine(quote: Quote): string {
  const speaker = escapeMarkdown(quote.speakers.join(' and ') || 'nobody named')
  const told = quote.unnamed ? `“${speaker}”` : speaker
  const through = quote.through.length === 0 ? '' : `, through ${escapeMarkdown(quote.through.join(', '))}`
  const cue = quote.cue === '' ? '' : `*${escapeMarkdown(shorten(quote.cue, 60)).toLowerCase()}*`
  const said = /^according to$/i.test(quote.cue) ? `${cue} ${told}` : `${told} ${cue}`
  const where = linkTo(`${quote.doc}, sentence ${quote.sentence}`, quote.id)
  return `${said.trim()}${through}: ${escapeMarkdown(quoted(shorten(quote.text)))} (${where})`
}

/** In quotation marks, unless it begins with one of its own. */
function quoted(text: string): string {
  const own = /^["“‘'](.*)["”’']$/s.exec(text)?.[1]
  if (own !== undefined && !/["“”]/.test(own)) return `“${own}”`
  return /^["“]/.test(text) ? text : `“${text}”`
}

function copyLines({ resolution, gathered }: Report): string[][] {
  const name = (id: ArticleId): string => {
    const title = gathered.titleOf.get(id)
    const doc = gathered.docOf.get(id) ?? id
    return `**${escapeMarkdown(doc)}**${title === undefined ? '' : ` (“${escapeMarkdown(shorten(title, 80))}”)`}`
  }
  return resolution.copies
    .map((copy) => {
      const verb = copy.kind === 'reprint' ? 'reprints' : 'rewrites'
      const sentences = count(copy.sentences.length, 'sentence')
      return `- ${name(copy.from)} ${verb} ${name(copy.of)}: ${sentences}; ${escapeMarkdown(copy.reason)}`
    })
    .sort()
    .map((line) => [line])
}

function byTime(a: Quote, b: Quote): number {
  const left = `${a.published ?? '9'} ${a.id}`
  const right = `${b.published ?? '9'} ${b.id}`
  return left < right ? -1 : left > right ? 1 : 0
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
