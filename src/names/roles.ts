/**
 * Words beside a person's name → the role, and whose role it is.
 *
 * Read from the name outwards, a few tokens at most; what is not plainly a role is left alone.
 */
import { beginsUpper, isPossessive, tokenAt } from '../language/index.js'
import type { EntityId } from '../model.js'
import type { Actor, Scene } from './scene.js'
import { callings, roleModifiers, roleNouns, shortTitles } from './words.js'

export interface Role {
  /** Token range of the evidence besides the name. */
  readonly from: number
  readonly to: number
  /** The last word of the role, lower case, written out. */
  readonly head: string
  /** The words of the role. */
  readonly words: string
  readonly object: EntityId | null
  readonly objectType: string | null
  /** The object is only whose the body is: "Ukraine’s military intelligence". */
  readonly partly: boolean
}

const farthest = 8

/**
 *     Kremlin spokesperson Dmitry Peskov    Ukraine's president, Volodymyr Zelensky
 *     ^object ^role                         ^object   ^role
 */
export function roleBefore(scene: Scene, actor: Actor): Role | undefined {
  const { tokens } = scene
  let head = actor.from - 1
  const comma = tokenAt(tokens, head)?.text === ','
  if (comma) head--
  const ofBody = roleOfBody(scene, head)
  if (ofBody !== undefined) return ofBody
  if (!isRoleNoun(scene, head)) return undefined
  const found = readBefore(scene, head)
  if (!comma) return found
  // "the adviser, Mykhailo Podolyak": without an article or an owner the comma may part two things.
  const opener = tokens[found.from]?.text.toLowerCase() ?? ''
  const owned = found.object !== null
  return owned || opener === 'the' || tokens[found.from - 1]?.text.toLowerCase() === 'the' ? found : undefined
}

/** "the governor of the Belgorod region, Vyacheslav Gladkov": `at` is the last token before name and comma. */
function roleOfBody(scene: Scene, at: number): Role | undefined {
  const body = scene.actorAt(at)
  if (body === undefined || body.to !== at + 1 || body.mention.type === 'person') return undefined
  let head = body.from - 1
  while (head > body.from - 4 && /^(?:DET|ADJ)$/.test(scene.tokens[head]?.pos ?? '')) head--
  if (!/^(?:of|for|at)$/.test(scene.tokens[head]?.text ?? '')) return undefined
  head--
  if (!isRoleNoun(scene, head)) return undefined
  const from = modifiersFrom(scene, head)
  return {
    from,
    to: body.to,
    head: headWord(scene, head),
    words: wordsOf(scene, from, head + 1),
    object: body.mention.entity,
    objectType: body.mention.type,
    partly: false
  }
}

/** What stands before a role noun: its modifiers, then perhaps the body or its possessive, or a demonym. */
function readBefore(scene: Scene, head: number): Role {
  const from = modifiersFrom(scene, head)
  const words = wordsOf(scene, from, head + 1)
  const own = ownerBefore(scene, from)
  return {
    from: own?.from ?? from,
    to: head + 1,
    head: headWord(scene, head),
    words,
    object: own?.entity ?? null,
    objectType: own?.type ?? null,
    partly: false
  }
}

function ownerBefore(scene: Scene, from: number): { from: number; entity: EntityId; type: string } | undefined {
  const { tokens } = scene
  let at = from - 1
  if (isPossessive(tokenAt(tokens, at)?.text ?? '')) at--
  const body = scene.actorAt(at)
  if (body !== undefined && body.to === at + 1)
    return { from: body.from, entity: body.mention.entity, type: body.mention.type }
  const country = scene.countryOf(tokenAt(tokens, at)?.text ?? '')
  return country === undefined ? undefined : { from: at, entity: country, type: 'place' }
}

/** Where the role begins: "Deputy Defence" of "Deputy Defence Minister". */
function modifiersFrom(scene: Scene, head: number): number {
  const { tokens } = scene
  let from = head
  while (from > 0 && head - from < farthest) {
    const token = tokens[from - 1]
    if (token === undefined || scene.actorAt(from - 1) !== undefined) break
    const hyphen = token.text === '-' && token.end === tokens[from]?.start
    const word = token.text.toLowerCase()
    if (!hyphen && !roleModifiers.has(word) && !isRoleNoun(scene, from - 1)) {
      if (!/^(?:NOUN|ADJ)$/.test(token.pos) || scene.countryOf(token.text) !== undefined) break
      if (/^(?:said|says|told|as|by|when|while|after)$/.test(word)) break
    }
    from--
  }
  while (from < head && tokens[from]?.text === '-') from++
  return from
}

/**
 *     Andriy Yusov, a spokesperson for Ukraine's military intelligence,
 *     ^name         ^role              ^object, partly
 */
export function roleAfter(scene: Scene, actor: Actor): Role | undefined {
  const { tokens } = scene
  const next = tokens[actor.to]
  if (next === undefined) return undefined
  let at = actor.to + 1
  const copula = /^(?:is|was|became|remains)$/.test(next.text)
  if (next.text !== ',' && !copula) return undefined
  // "John Smith, 45, a driver"
  if (/^\d{1,3}$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === ',') at += 2
  if (tokens[at]?.text === 'who' && /^(?:is|was)$/.test(tokens[at + 1]?.text ?? '')) at += 2
  const opener = tokens[at]
  if (opener === undefined) return undefined
  const article = /^(?:a|an|the)$/i.test(opener.text)
  if (article) at++
  let owner: { entity: EntityId; type: string } | undefined
  let head = -1
  let roleFrom = at
  for (let i = at; i < Math.min(tokens.length, at + farthest); i++) {
    const token = tokens[i]
    if (token === undefined) break
    const body = scene.actorAt(i)
    if (body !== undefined) {
      if (body.from !== i) break
      owner = { entity: body.mention.entity, type: body.mention.type }
      i = body.to - 1
      if (isPossessive(tokens[i + 1]?.text ?? '')) i++
      roleFrom = i + 1
      continue
    }
    const country = scene.countryOf(token.text)
    if (country !== undefined) {
      owner = { entity: country, type: 'place' }
      roleFrom = i + 1
      continue
    }
    if (isRoleNoun(scene, i)) head = i
    else if (
      !/^(?:NOUN|ADJ|PROPN)$/.test(token.pos) &&
      token.text !== '-' &&
      !roleModifiers.has(token.text.toLowerCase())
    )
      break
  }
  if (head < 0 || (copula && !article && owner === undefined)) return undefined
  // "Costa, a rival said, had left": no apposition.
  if (!copula && /^(?:VERB|AUX)$/.test(tokens[head + 1]?.pos ?? '')) return undefined
  if (scene.actorAt(head + 1)?.mention.type === 'person') return undefined
  const words = wordsOf(scene, Math.min(roleFrom, head), head + 1)
  const body = bodyAfter(scene, head + 1)
  if (body !== undefined) {
    return {
      from: actor.to,
      to: body.to,
      head: headWord(scene, head),
      words: body.partly ? `${words} ${plain(scene, head + 1, body.to)}` : words,
      object: body.actor.mention.entity,
      objectType: body.actor.mention.type,
      partly: body.partly
    }
  }
  if (!article && owner === undefined && next.text === ',') return undefined
  return {
    from: actor.to,
    to: head + 1,
    head: headWord(scene, head),
    words,
    object: owner?.entity ?? null,
    objectType: owner?.type ?? null,
    partly: false
  }
}

/** "of the Belgorod region", "for Ukraine's military intelligence" */
function bodyAfter(scene: Scene, at: number): { actor: Actor; to: number; partly: boolean } | undefined {
  const { tokens } = scene
  if (!/^(?:of|for|at|with|in)$/.test(tokens[at]?.text ?? '')) return undefined
  let from = at + 1
  while (from < at + 4 && scene.actorAt(from) === undefined && /^(?:DET|ADJ)$/.test(tokens[from]?.pos ?? '')) from++
  const actor = scene.actorAt(from)
  if (actor === undefined) return undefined
  let to = actor.to
  let partly = false
  const owns = isPossessive(tokens[to]?.text ?? '')
  let i = owns ? to + 1 : to
  const body = scene.actorAt(i)
  if (owns && body !== undefined && body.from === i) return { actor: body, to: body.to, partly: false }
  while (i < to + 5 && scene.actorAt(i) === undefined && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[i]?.pos ?? '')) i++
  if (i > (owns ? to + 1 : to)) {
    to = i
    partly = true
  }
  return { actor, to, partly }
}

function isRoleNoun(scene: Scene, at: number): boolean {
  const token = tokenAt(scene.tokens, at)
  if (token === undefined || scene.actorAt(at) !== undefined || !/^(?:NOUN|PROPN|ADJ)$/.test(token.pos)) return false
  const word = token.text.toLowerCase().replace(/\.$/, '')
  return namesRole(word) || (shortTitles.has(word) && beginsUpper(token.text))
}

function headWord(scene: Scene, at: number): string {
  const word = (scene.tokens[at]?.text ?? '').toLowerCase().replace(/\.$/, '')
  return shortTitles.get(word) ?? word
}

/** Small letters but for acronyms: "deputy defence minister". */
function wordsOf(scene: Scene, from: number, to: number): string {
  return plain(scene, from, to)
    .split(' ')
    .map((word) => {
      if (/^\p{Lu}{2,}$/u.test(word)) return word
      const small = word.toLowerCase()
      return (beginsUpper(word) ? shortTitles.get(small.replace(/\.$/, '')) : undefined) ?? small
    })
    .join(' ')
}

function plain(scene: Scene, from: number, to: number): string {
  const start = scene.tokens[from]?.start ?? 0
  const end = scene.tokens[to - 1]?.end ?? start
  return scene.text.slice(start, end).replace(/\s+/g, ' ')
}

export const roleWords: ReadonlySet<string> = new Set([...roleNouns, ...callings])

/** A noun for an office, rank or job, in lower case: whoever it names is a person. */
export const namesRole = (lemma: string): boolean => roleWords.has(lemma)
