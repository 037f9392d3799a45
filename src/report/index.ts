/**
 * A resolution and its records → `report.md`: what is well supported, in dispute, denied, or only seems to be widely reported. Every
 * line leads to the sentence that it rests on, in `index.html` beside it.
 */
import type { ArticleId, ArticleRecord, Claim, ClaimId, ClaimLink, Resolved } from '../model.js'
import { escapeMarkdown, linkTo, shorten } from './markdown.js'
import { type Gathered, gatherQuotes, type Quote } from './quotes.js'
import { type Voice, voicesOf } from './voices.js'

/** A section with more lines says how many it leaves out. */
const most = 25
/** So many statements of one claim are quoted. */
const mostQuotes = 8
/** So many names of a claim's origins are given. */
const mostNames = 5

/** @param records may be read once for each report; as they were resolved, or with global ids */
export function reportOf(records: Iterable<ArticleRecord>, resolution: Resolved): string {
  const chosen = choose(resolution)
  const { supported, repeated, denied, conflicts, denials, updates } = chosen
  const wanted = new Set(
    [supported, repeated, denied].flatMap(({ first }) => first.flatMap((claim) => claim.statements))
  )
  for (const { first } of [conflicts, denials, updates]) {
    for (const id of first.flatMap(({ link }) => link.evidence)) wanted.add(id)
  }
  const gathered = gatherQuotes(records, resolution, wanted, most)
  const report: Report = { resolution, gathered, chosen }
  return [
    '# What is said, by whom, and who else says so',
    opening(report),
    section('Said by more than one origin', supported.first.map(claimLines(report)), supported.count),
    section('In conflict', conflicts.first.map(linkLines(report, 'against')), conflicts.count),
    section(
      'Denied',
      [...denied.first.map(claimLines(report)), ...denials.first.map(linkLines(report, 'denies that'))],
      denied.count + denials.count
    ),
    section('Later figures', updates.first.map(linkLines(report, 'before')), updates.count),
    section('In several articles, from one origin', repeated.first.map(claimLines(report)), repeated.count),
    section(
      'What could not be verified',
      gathered.unverified.first.map((voice) => [`- ${voiceLine(voice)}`]),
      gathered.unverified.count
    ),
    section(
      'From sources without a name',
      gathered.unnamed.first.map((voice) => [`- ${voiceLine(voice)}`]),
      gathered.unnamed.count
    ),
    section('Articles that repeat another', copyLines(report))
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

interface Report {
  readonly resolution: Resolved
  readonly gathered: Gathered
  readonly chosen: Chosen
}

interface Linked {
  readonly claim: Claim
  readonly link: ClaimLink
  /** In how many articles the two claims stand. */
  readonly weight: number
}

/** What is shown of many: the first in order, and how many there are. */
interface Top<Item> {
  readonly first: readonly Item[]
  readonly count: number
}

interface Chosen {
  readonly supported: Top<Claim>
  readonly repeated: Top<Claim>
  /** Denied and asserted in one claim, or denied by somebody with no claim beside it. */
  readonly denied: Top<Claim>
  readonly conflicts: Top<Linked>
  readonly denials: Top<Linked>
  readonly updates: Top<Linked>
  /** How many claims stand in several articles. */
  readonly shared: number
  /** The claims that others are linked to. */
  readonly targets: ReadonlyMap<ClaimId, Claim>
}

/** Reads the claims twice, and keeps those that have links, that others are linked to, or that are shown. */
function choose({ claims }: Resolved): Chosen {
  const [supported, repeated, denied] = [new Ranking(byWeight), new Ranking(byWeight), new Ranking(byWeight)]
  const linking: Claim[] = []
  for (const claim of claims) {
    if (claim.links.length > 0) linking.push(claim)
    const isShared = claim.articles.length > 1
    if (claim.deniedBy.length === 0 && isShared) (claim.origins.length > 1 ? supported : repeated).add(claim)
    if (claim.deniedBy.length > 0 && claim.links.every(({ type }) => type !== 'denies')) denied.add(claim)
  }
  const wanted = new Set(linking.flatMap((claim) => claim.links.map((link) => link.to)))
  const targets = new Map<ClaimId, Claim>()
  let shared = 0
  for (const claim of claims) {
    if (claim.articles.length > 1) shared++
    if (wanted.has(claim.id)) targets.set(claim.id, claim)
  }
  const links = linking.flatMap((claim) =>
    claim.links.map((link): Linked => {
      const weight = claim.articles.length + (targets.get(link.to)?.articles.length ?? 0)
      return { claim, link, weight }
    })
  )
  const ofType = (type: ClaimLink['type']): Top<Linked> => {
    const ranking = new Ranking<Linked>((a, b) => b.weight - a.weight || byClaim(a, b))
    for (const each of links) if (each.link.type === type) ranking.add(each)
    return ranking
  }
  return {
    supported,
    repeated,
    denied,
    conflicts: ofType('contradicts'),
    denials: ofType('denies'),
    updates: ofType('updates'),
    shared,
    targets
  }
}

/** Holds a few of what is added, however much that is. */
class Ranking<Item> implements Top<Item> {
  readonly #order: (a: Item, b: Item) => number
  #kept: Item[] = []
  count = 0

  constructor(order: (a: Item, b: Item) => number) {
    this.#order = order
  }

  add(item: Item): void {
    this.count++
    this.#kept.push(item)
    if (this.#kept.length > 4 * most) this.#cut()
  }

  get first(): readonly Item[] {
    this.#cut()
    return this.#kept
  }

  #cut(): void {
    this.#kept = this.#kept.sort(this.#order).slice(0, most)
  }
}

function byClaim(a: Linked, b: Linked): number {
  const [left, right] = [a, b].map(({ claim, link }) => `${claim.id} ${link.to}`)
  return (left ?? '') < (right ?? '') ? -1 : 1
}

function byWeight(a: Claim, b: Claim): number {
  const least = b.origins.length - a.origins.length || b.articles.length - a.articles.length
  return least || b.statements.length - a.statements.length || (a.id < b.id ? -1 : 1)
}

function opening({ resolution, gathered, chosen }: Report): string {
  const { shared, conflicts, denials, updates } = chosen
  return [
    `${count(gathered.docOf.size, 'article')} with ${count(gathered.statements, 'statement')} that make ${count(resolution.claims.length, 'claim')}, of which ${shared} ${shared === 1 ? 'stands' : 'stand'} in several articles.`,
    `${count(conflicts.count, 'contradiction')}, ${count(denials.count, 'denial')} of what others say, ${count(updates.count, 'later figure')}, ${count(resolution.copies.length, 'article')} that ${resolution.copies.length === 1 ? 'repeats' : 'repeat'} another.`,
    'An *origin* is whoever said it first: an agency’s report in three papers is one, and so is a ministry and its spokesman. Denials count for no origin.'
  ].join('\n\n')
}

/** @param total how many there are, where not all are given */
function section(title: string, items: readonly (readonly string[])[], total = items.length): string {
  if (items.length === 0) return ''
  const rest = total - most
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
      claim.origins.length > 0 ? originsOf(claim, gathered) : '',
      claim.firstSaid === null ? '' : `first on ${claim.firstSaid}`
    ].filter((fact) => fact !== '')
    const voices = voicesOf(quotes)
    const rest = voices.length - mostQuotes
    const [only] = quotes
    if (only !== undefined && quotes.length === 1) return [`- ${voiceLine([only])}`]
    return [
      `- **${linkTo(shorten(claim.text), claim.id)}** (${facts.join('; ')})`,
      ...voices.slice(0, mostQuotes).map((voice) => `  - ${voiceLine(voice)}`),
      ...(rest > 0 ? [`  - …and ${rest} more`] : [])
    ]
  }
}

/** "2 origins: Ann Leary, Paul Orlin": the named of each, or else the first words for who it is, or its article. */
function originsOf({ origins }: Claim, { docOf, entities }: Gathered): string {
  const names = origins.map((origin) => {
    const known = origin.flatMap((id) => entities.get(id) ?? [])
    const named = distinct(known.flatMap(({ name, unnamed }) => (unnamed ? [] : name)))
    const others = known.flatMap(({ name, unnamed }) => (unnamed ? name : []))
    const docs = origin.flatMap((id) => (id.startsWith('article/') ? (docOf.get(id as ArticleId) ?? []) : []))
    return escapeMarkdown(named.length > 0 ? named.slice(0, mostNames).join('/') : (others[0] ?? docs[0] ?? ''))
  })
  const shown = names.slice(0, mostNames).join(', ')
  return `${count(origins.length, 'origin')}: ${shown}${names.length > mostNames ? ', …' : ''}`
}

/** Two entities of one origin may bear one name: three papers' "footage of the raid". */
function distinct(names: readonly string[]): string[] {
  const folded = names.map((name) => name.toLowerCase())
  return names.filter((_, at) => folded.indexOf(folded[at] ?? '') === at)
}

function linkLines({ gathered, chosen }: Report, word: string): (linked: Linked) => string[] {
  return ({ claim, link }) => {
    const [own, other] = link.evidence.map((id) => gathered.quotes.get(id))
    const target = chosen.targets.get(link.to)
    return [
      `- ${own === undefined ? escapeMarkdown(claim.text) : voiceLine([own])}`,
      `  - ${word}: ${other === undefined ? escapeMarkdown(target?.text ?? '') : voiceLine([other])}`,
      `  - because: ${escapeMarkdown(link.reason)}`
    ]
  }
}

/** A noun that attributes: "his repeated assertion that". */
const nounCue =
  /(?:accusation|allegation|assertion|belief|caveat|confirmation|denial|expectation|report|rumou?r|suggestion|vow|warning)s?$/i

/** "Ann Leary *said*, through the Carrow Courier: “…” ([story, sentence 3](…), [other, sentence 8](…))", the cue as the article has it. */
function voiceLine(voice: Voice): string {
  const [quote] = voice
  if (quote === undefined) return ''
  const speaker = escapeMarkdown(inWords(quote.speakers) || 'no source named')
  const told = quote.unnamed ? `“${speaker}”` : speaker
  const through = quote.through.length === 0 ? '' : `, through ${escapeMarkdown(inWords(quote.through))}`
  const cueWords = quote.cue.replace(/[^\p{L}\p{N}.)]+$/u, '')
  const cue = cueWords === '' ? '' : `*${escapeMarkdown(shorten(cueWords, 60)).toLowerCase()}*`
  const apart = cue !== '' && (quote.speakers.length === 0 || nounCue.test(cueWords))
  const said = /^according to$/i.test(quote.cue) ? `${cue} ${told}` : apart ? `${told} (${cue})` : `${told} ${cue}`
  const where = voice.map(({ doc, sentence, id }) => linkTo(`${doc}, sentence ${sentence}`, id)).join(', ')
  return `${capital(said.trim())}${through}: ${escapeMarkdown(quoted(shorten(quote.text)))} (${where})`
}

function inWords(names: readonly string[]): string {
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The first letter, behind marks that open. */
function capital(text: string): string {
  return text.replace(/^([*“(]*)(\p{Ll})/u, (_, marks: string, letter: string) => marks + letter.toUpperCase())
}

/** In quotation marks, unless it begins with one of its own. */
function quoted(text: string): string {
  const own = /^(?:''|["“‘'])(.*?)(?:''|["”’'])$/s.exec(text)?.[1]
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
