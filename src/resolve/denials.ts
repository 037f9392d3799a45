/**
 * Claims → who denies what: what a denial answers in its own article; a part in a deed that another side lays on the denier; working
 * together with the denier.
 */
import { conceptsOf } from './concepts.js'
import { isDenialOfInvolvement } from './deeds.js'
import { sameStory } from './likeness.js'
import { type FoundLink, linkOf, sidesOf, type Told } from './linking.js'
import { findWords } from './words.js'

/** `by` denies what `on` says. The two may be one claim, in which some deny what others assert. */
export function denialOf(by: Told, on: Told): FoundLink | null {
  return answerTo(by, on) ?? (by.id === on.id ? null : (involvementOf(by, on) ?? companyOf(by, on)))
}

/** The denial that answers it in its own article: "denied the accusation", "denied A's assertion that …". */
function answerTo(by: Told, on: Told): FoundLink | null {
  for (const denial of by.members) {
    if (denial.act !== 'deny') continue
    const target = on.members.find(
      (each) => each.id === denial.denied || (each.inside === denial.id && each.isAll && each.speakers.length > 0)
    )
    if (target === undefined) continue
    const reason =
      target.inside === denial.id
        ? `"${shorten(target.text)}" is what is denied`
        : `"${shorten(denial.text)}" answers "${shorten(target.text)}" in the same article`
    return linkOf('denies', by, on, reason, denial, target)
  }
  return null
}

function involvementOf(by: Told, on: Told): FoundLink | null {
  const passedOn = new Set(on.members.flatMap((each) => each.inside ?? []))
  for (const denial of by.members) {
    if (!isDenialOfInvolvement(denial)) continue
    const own = sidesOf(denial)
    // A denial of little ("any involvement") is of what its sentence or its claim names.
    const { deed } = denial
    for (const claim of on.members) {
      if (claim.act === 'deny' || passedOn.has(claim.id) || claim.speakers.length === 0) continue
      if (!own.some((side) => claim.doers.includes(`^${side}`) || claim.doers.includes(`@${side}`))) continue
      if (sidesOf(claim).length === 0 || sidesOf(claim).some((side) => own.includes(side))) continue
      const shared = deed.filter((token) => claim.tokens.includes(token))
      if (!shared.some(isDeed) || shared.length < Math.min(2, deed.length / 2)) continue
      if (!sameStory(denial, claim)) continue
      const reason = `"${shorten(denial.text)}" is said by the side that is told to have done it; both speak of: ${shared.join(', ')}`
      return linkOf('denies', by, on, reason, denial, claim)
    }
  }
  return null
}

/** "We work with the ministry" against "the ministry has no connection to them". */
function companyOf(by: Told, on: Told): FoundLink | null {
  for (const denial of by.members) {
    if (!isDenialOfInvolvement(denial) || !denial.tokens.some((token) => token !== 'involve')) continue
    const own = sidesOf(denial)
    for (const claim of on.members) {
      if (claim.act === 'deny' || !claim.tokens.includes('cooperate') || claim.negative) continue
      const partner = own.find((side) => claim.tokens.includes(`^${side}`) || claim.tokens.includes(`@${side}`))
      const others = sidesOf(claim)
      if (partner === undefined || others.length === 0 || others.some((side) => own.includes(side))) continue
      if (!sameStory(denial, claim)) continue
      const reason = `"${shorten(denial.text)}" is said by those with whom the other works together: ${partner}`
      return linkOf('denies', by, on, reason, denial, claim)
    }
  }
  return null
}

/** What somebody may be accused of. */
const deedWords = 'attack bomb bribe enter fire fraud hack hit interfere kill leak poison sabotage shot steal threat'
let deeds: ReadonlySet<string> | undefined

function isDeed(token: string): boolean {
  deeds ??= new Set(conceptsOf(findWords(deedWords)).map((concept) => concept.token))
  return deeds.has(token)
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80).replace(/\s+\S*$/, '')} …`
}
