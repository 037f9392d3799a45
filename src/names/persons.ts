/**
 * Terms for persons → which are the same person: full names that differ by a middle name, surnames and first names after
 * full names.
 *
 * Two persons who share a surname stay apart: each bare surname goes to whoever bore it last, or to whom it went before.
 */
import type { Links } from './links.js'
import type { Term, Terms } from './terms.js'
import { nameParticles } from './words.js'

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** Returns the term that stands for each name whose own term is a surname shared by several persons. */
export function linkPersons(terms: Terms, links: Links): Map<number, Term> {
  const persons = terms.all.filter((term) => term.family === 'person')
  const full = persons.filter((term) => !isShort(term))
  joinFullNames(full, links)
  const bySurname = group(full, (term) => coreWords(term).at(-1))
  const byFirst = group(full, (term) => coreWords(term)[0])
  const chosen = new Map<number, Term>()
  const shared: Term[] = []
  for (const term of persons) {
    if (!isShort(term)) continue
    const word = coreWords(term).at(-1) ?? ''
    const surnamed = distinct(bySurname.get(word) ?? [], links)
    const addressed = term.address === null ? surnamed : surnamed.filter((each) => sameAddress(each, term))
    const own = addressed.filter((each) => !each.kin || term.address !== null)
    const fits = own.length > 0 || term.titled ? own : addressed
    const only = fits.length === 1 ? fits[0] : undefined
    if (only !== undefined) links.join(term.id, only.id, `${form(term)}: surname of ${form(only)}`)
    else if (fits.length > 1) shared.push(term)
    else {
      const first = distinct(byFirst.get(coreWords(term)[0] ?? '') ?? [], links)
      const same = first.length === 1 ? first[0] : undefined
      if (same !== undefined && term.words.length === 1) {
        links.join(term.id, same.id, `${form(term)}: first name of ${form(same)}`)
      }
    }
  }
  if (shared.length > 0) shareSurnames(terms, new Set(shared), bySurname, links, chosen)
  return chosen
}

/** One word, or a particle and a word: "Putin", "von Storch", "al-Assad". */
function isShort(term: Term): boolean {
  const words = coreWords(term)
  return words.length < 2 || (words.length < 4 && isParticle(words[0]) && words.slice(0, -1).every(isParticle))
}

function isParticle(word: string | undefined): boolean {
  return word !== undefined && (nameParticles.has(word) || /^(?:as|ad|an|ar|ash|at)$/.test(word))
}

/** Without "Jr". */
function coreWords(term: Term): readonly string[] {
  const last = term.words.at(-1) ?? ''
  return term.words.length > 1 && suffixes.has(last) ? term.words.slice(0, -1) : term.words
}

/** "Hillary Rodham Clinton" and "Hillary Clinton"; "J. K. Rowling" and "Joanne Rowling"; "Lamont Hill" and "Marc Lamont Hill". */
function joinFullNames(full: readonly Term[], links: Links): void {
  const ends = new Map<string, Term>()
  const inner = new Map<string, Term[]>()
  for (const term of full) {
    const words = coreWords(term)
    const last = words.at(-1) ?? ''
    const key = `${words[0]} ${last}`
    const known = ends.get(key)
    if (known !== undefined) links.join(term.id, known.id, `${form(term)}: same first and last name as ${form(known)}`)
    else ends.set(key, term)
    for (const word of new Set(words.slice(0, -1))) {
      add(inner, `${word} ${last}`, term)
      if (word.length > 1) add(inner, `${word.charAt(0)}. ${last}`, term)
    }
  }
  for (const term of full) {
    const words = coreWords(term)
    const last = words.at(-1) ?? ''
    const initial = (words[0] ?? '').length === 1
    if (words.length > 3 || (!initial && words.length !== 2)) continue
    const longer = distinct(
      (inner.get(initial ? `${words[0]}. ${last}` : `${words[0]} ${last}`) ?? []).filter((each) => each !== term),
      links
    ).filter((each) => links.rootOf(each.id) !== links.rootOf(term.id))
    const only = longer.length === 1 ? longer[0] : undefined
    if (only !== undefined) links.join(term.id, only.id, `${form(term)}: part of ${form(only)}`)
  }
}

/** A bare surname of several persons: as before; else whoever was named last with it; else whoever comes first. */
function shareSurnames(
  terms: Terms,
  shared: ReadonlySet<Term>,
  bySurname: ReadonlyMap<string, readonly Term[]>,
  links: Links,
  chosen: Map<number, Term>
): void {
  const latest = new Map<string, Term>()
  const sticky = new Map<string, Term>()
  terms.of.forEach((term, name) => {
    if (term.family !== 'person') return
    const surname = coreWords(term).at(-1) ?? ''
    if (!shared.has(term)) {
      if (!isShort(term)) latest.set(surname, term)
      return
    }
    const slot = `${term.address ?? ''} ${surname}`
    // "Ms Brandt" is not whom "Mr Brandt" already is.
    const other = sticky.get(`${term.address === 'mr' ? 'ms' : term.address === 'ms' ? 'mr' : '-'} ${surname}`)
    const free = (bySurname.get(surname) ?? []).slice(0, 50).filter((each) => each !== other)
    const last = latest.get(surname)
    const before = sticky.get(slot) ?? (last === other ? undefined : last) ?? free[0]
    if (before === undefined) return
    if (!sticky.has(slot)) links.note(before.id, `${form(term)}: surname of ${form(before)}, who was named last`)
    sticky.set(slot, before)
    chosen.set(name, before)
  })
}

function sameAddress(full: Term, short: Term): boolean {
  return full.address === null || full.address === 'dr' || short.address === 'dr' || full.address === short.address
}

/** One term for each person. */
function distinct(terms: readonly Term[], links: Links): Term[] {
  const seen = new Set<number>()
  const found: Term[] = []
  for (const term of terms) {
    const root = links.rootOf(term.id)
    if (seen.has(root)) continue
    seen.add(root)
    found.push(term)
    // Two are enough to know that a word is shared; hostile text may have thousands.
    if (found.length > 1) break
  }
  return found
}

function group(terms: readonly Term[], keyOf: (term: Term) => string | undefined): Map<string, Term[]> {
  const groups = new Map<string, Term[]>()
  for (const term of terms) add(groups, keyOf(term) ?? '', term)
  return groups
}

function add(groups: Map<string, Term[]>, key: string, term: Term): void {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, [term])
  else known.push(term)
}

function form(term: Term): string {
  return term.forms.keys().next().value ?? term.key
}
