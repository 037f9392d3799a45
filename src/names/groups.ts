/**
 * Terms for organisations, armed groups, bodies of states and outlets → which are the same: "(RVC)" after the long form,
 * initials, names shortened at the end or at the front.
 */
import type { Prose } from '../language/index.js'
import { initialsFit, initialsOf } from './key.js'
import type { Links } from './links.js'
import type { Term, Terms } from './terms.js'
import type { Name } from './types.js'
import { organizationWords } from './words.js'

/** Words that a name may lose at its end and stay the same name. */
const legalForms = new Set(
  'group inc corp corporation company co ltd limited plc llc holdings party airlines organisation organization agency sa ag gmbh nv motors industries systems'.split(
    ' '
  )
)

export function linkGroups(prose: Prose, names: readonly Name[], terms: Terms, links: Links): void {
  linkBrackets(prose, names, terms, links)
  const groups = terms.all.filter((term) => term.family === 'group')
  linkInitials(groups, links)
  linkShortened(groups, links)
}

/** "Russian Volunteer Corps (RVC)", "RVC (Russian Volunteer Corps)" */
function linkBrackets(prose: Prose, names: readonly Name[], terms: Terms, links: Links): void {
  const { text } = prose.article
  for (let i = 1; i < names.length; i++) {
    const before = names[i - 1]
    const name = names[i]
    const long = terms.of[i - 1]
    const short = terms.of[i]
    if (before === undefined || name === undefined || long === undefined || short === undefined) continue
    if (name.start - before.end > 12 || !/^\s*\(\s*["“'‘]?(?:the |or )?$/i.test(text.slice(before.end, name.start)))
      continue
    if (!/^["”'’]?\s*[),]/.test(text.slice(name.end, name.end + 3))) continue
    if (short.family === 'person' || long.family === 'person') continue
    const fits = initialsFit(long.words, short.key) || initialsFit(short.words, long.key)
    if (fits || (short.acronym && short.family === 'group' && long.family === 'group'))
      links.join(short.id, long.id, `${form(short)}: in brackets after ${form(long)}`)
  }
}

/** "UN" and "United Nations" without brackets, where only one name has these initials. */
function linkInitials(groups: readonly Term[], links: Links): void {
  const byInitials = new Map<string, Set<number>>()
  for (const term of groups) {
    for (const initials of initialsOf(term.words)) {
      const known = byInitials.get(initials) ?? new Set()
      known.add(term.id)
      byInitials.set(initials, known)
    }
  }
  const byId = new Map(groups.map((term) => [term.id, term]))
  for (const term of groups) {
    if (!term.acronym) continue
    const found = [...(byInitials.get(term.key.replace(/s$/, '')) ?? byInitials.get(term.key) ?? [])]
    const roots = new Set(found.map((id) => links.rootOf(id)))
    const long = byId.get(found[0] ?? -1)
    if (roots.size === 1 && long !== undefined) links.join(term.id, long.id, `${form(term)}: initials of ${form(long)}`)
  }
}

/** "Northrop" and "Northrop Grumman", "Defence Ministry" and "Russian Defence Ministry": where only one name fits. */
function linkShortened(groups: readonly Term[], links: Links): void {
  const starts = new Map<string, Term[]>()
  const ends = new Map<string, Term[]>()
  for (const term of groups) {
    const { words } = term
    for (let length = 1; length < Math.min(words.length, 5); length++) {
      add(starts, words.slice(0, length).join(' '), term)
      add(ends, words.slice(-length).join(' '), term)
    }
  }
  for (const term of groups) {
    const longer = (starts.get(term.words.join(' ')) ?? []).filter((each) => losesEnd(term, each))
    const endings = (ends.get(term.words.join(' ')) ?? []).filter((each) => losesFront(term, each))
    const found = longer.length > 0 ? longer : endings
    const roots = new Set(found.map((each) => links.rootOf(each.id)))
    const long = found[0]
    if (roots.size === 1 && long !== undefined) links.join(term.id, long.id, `${form(term)}: short for ${form(long)}`)
  }
}

function losesEnd(short: Term, long: Term): boolean {
  const lost = long.words.slice(short.words.length)
  if (lost.every((word) => legalForms.has(word))) return true
  // "UN Security Council" is not the UN, nor "Ford Foundation" Ford.
  if (short.acronym || lost.some((word) => organizationWords.has(word))) return false
  return lost.length === 1 && !['of', 'for', 'and'].includes(lost[0] ?? '')
}

function losesFront(short: Term, long: Term): boolean {
  const last = short.words.at(-1) ?? ''
  if (short.acronym || !organizationWords.has(last)) return false
  return long.words.length - short.words.length <= 2 || short.words.length === 1
}

function add(groups: Map<string, Term[]>, key: string, term: Term): void {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, [term])
  // Three are enough to know that a short form is shared; hostile text may have thousands.
  else if (known.length < 3) known.push(term)
}

function form(term: Term): string {
  return term.forms.keys().next().value ?? term.key
}
