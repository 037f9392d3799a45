/** The coarse type of a name, its words and its neighbours → its finer type: outlet, channel, armed group, body of a state. */
import type { Token } from '../model.js'
import { isAcronym } from './key.js'
import type { CoarseType, NameType } from './types.js'
import {
  armedGroups,
  armedNouns,
  armedWords,
  captionWords,
  channels,
  governmentBodies,
  governmentWords,
  outletNouns,
  outlets,
  outletWords
} from './words.js'

/** Tokens of a sentence, the name being `tokens[from]` to `tokens[to - 1]`. */
export function kindOf(tokens: readonly Token[], from: number, to: number, coarse: CoarseType): NameType {
  const name = tokens.slice(from, to).map((token) => token.text)
  const whole = name.join(' ').replace(/ ?- ?/g, '-')
  // "Radio North": no person's name begins so.
  if (name.length > 1 && broadcasters.test(name[0] ?? '')) return 'outlet'
  if (coarse === 'person') return 'person'
  if (coarse === 'place') return 'place'
  if (channels.has(whole)) return isMedium(tokens, from, to) ? 'channel' : 'organization'
  // "Photograph: Jo Smith/EPA": whoever stands behind the stroke of a credit sells pictures.
  if (isCredited(tokens, from)) return 'outlet'
  if (armedGroups.has(whole)) return 'armedgroup'
  if (governmentBodies.has(whole)) return 'governmentbody'
  if (outlets.has(whole)) return 'outlet'
  const beside = besideName(tokens, from, to)
  if (isOutlet(name, beside)) return 'outlet'
  if (isArmed(name, beside)) return 'armedgroup'
  if (name.some((word) => governmentWords.has(word.toLowerCase()))) {
    return /^(?:team|party|club|company|bank|university|college|foundation|association|institute)$/i.test(
      name.at(-1) ?? ''
    )
      ? 'organization'
      : 'governmentbody'
  }
  return 'organization'
}

const broadcasters = /^(?:Radio|Television|TV)$/

function isCredited(tokens: readonly Token[], from: number): boolean {
  if (from === 0) return false
  if (tokens[from - 1]?.text === ':')
    return captionWords.has(tokens[from - 2]?.text ?? '') && isAcronym(tokens[from]?.text ?? '')
  if (tokens[from - 1]?.text !== '/') return false
  for (let at = from - 2; at >= Math.max(0, from - 12); at--) if (captionWords.has(tokens[at]?.text ?? '')) return true
  return false
}

/** Where something is posted or passed on ("on Telegram", "her Twitter account"), not a company that acts. */
function isMedium(tokens: readonly Token[], from: number, to: number): boolean {
  const before = (tokens[from - 1]?.text ?? '').toLowerCase()
  const after = (tokens[to]?.text ?? '').toLowerCase()
  if (/^(?:on|via|through|over|to|using)$/.test(before)) return true
  return /^(?:channels?|posts?|accounts?|pages?|messages?|messaging|feeds?|videos?|users?|groups?|threads?|live|followers|handle|profile)$/.test(
    after
  )
}

/** The common nouns right after the name ("the Baza news agency") and right before it ("the broadcaster Espreso"). */
function besideName(tokens: readonly Token[], from: number, to: number): { after: string[]; before: string[] } {
  const after: string[] = []
  for (let at = to; at < Math.min(tokens.length, to + 3); at++) {
    const token = tokens[at]
    if (token === undefined || (token.pos !== 'NOUN' && token.pos !== 'ADJ') || !/^\p{Ll}/u.test(token.text)) break
    after.push(token.text)
  }
  const before: string[] = []
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
    const token = tokens[at]
    if (token === undefined) break
    // "Another militia, the Northern Guard, said"
    if (before.length === 0 && /^(?:the|,)$/i.test(token.text)) continue
    if ((token.pos !== 'NOUN' && token.pos !== 'ADJ') || !/^\p{Ll}/u.test(token.text)) break
    before.unshift(token.text)
  }
  return { after, before }
}

interface Beside {
  readonly after: readonly string[]
  readonly before: readonly string[]
}

function isOutlet(name: readonly string[], { after, before }: Beside): boolean {
  const last = (name.at(-1) ?? '').toLowerCase()
  const named = [...after, '|', ...before].join(' ')
  if (/\b(?:news|press) (?:agency|service|site|channel|network|outlet|website|program|programme)\b/.test(named))
    return true
  if (/\b(?:tv|television|radio) (?:channel|station|network)\b|\bmedia outlet\b/.test(named)) return true
  if (outletNouns.has(after.at(-1) ?? '') || outletNouns.has(before.at(-1) ?? '')) return true
  if (name.length > 1 && outletWords.has(last) && last !== 'press' && last !== 'media') return true
  return /^(?:news|press)$/i.test(name.at(-2) ?? '') && /^agency$/i.test(last)
}

function isArmed(name: readonly string[], { after, before }: Beside): boolean {
  const last = (name.at(-1) ?? '').toLowerCase()
  if (name.length > 1 && armedWords.has(last)) {
    if (last === 'front')
      return (
        /^(?:liberation|resistance|revolutionary|popular|patriotic|salvation)$/i.test(name.at(-2) ?? '') ||
        armedNouns.has(before.at(-1) ?? '')
      )
    return !/^(?:peace|press|job|marine|air|coast|salvation|old|honor|honour)$/i.test(name.at(-2) ?? '')
  }
  if (/^(?:army|front|forces|brigades?|movement)$/i.test(name[0] ?? '') && name[1] === 'of')
    return name[0] !== 'Movement'
  if (
    /^(?:private army|armed group|rebel group|militant group|terrorist group|militia group)$/.test(
      [...before].slice(-2).join(' ')
    )
  )
    return true
  return armedNouns.has(after[0] ?? '') || armedNouns.has(after.at(-1) ?? '') || armedNouns.has(before.at(-1) ?? '')
}
