/**
 * Linked names → small facts that the words beside them state: roles, who leads or speaks for what, what lies where.
 *
 * Precision first: each pattern is short and ends at the first word that does not fit.
 */
import { gather } from '../gather.js'
import { type Prose, tokenAt } from '../language/index.js'
import type { EntityId, Relation, RelationType } from '../model.js'
import { type Role, roleAfter, roleBefore } from './roles.js'
import { type Actor, findScenes, isGroup, type Scene } from './scene.js'
import type { LinkedNames } from './types.js'
import { findTies } from './whereabouts.js'
import { leadingRoles, memberRoles, relationalRoles, speakingRoles } from './words.js'

/**
 * Finds relations between the names of an article, in the order of the text. Spans (UTF-16) hold name, role and object;
 * `statement` is null throughout: who states it is not known here.
 *
 * @example findRelations(prose, linked)[0]?.role // 'governor'
 */
export function findRelations(prose: Prose, linked: LinkedNames): Relation[] {
  const relations = gather(findScenes(prose, linked), (scene) => [...rolesIn(scene), ...tiesIn(scene)])
  return relations.sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0)
  )
}

function rolesIn(scene: Scene): Relation[] {
  const found: Relation[] = []
  for (const actor of scene.actors) {
    if (actor.mention.type !== 'person') continue
    for (const role of [roleBefore(scene, actor), roleAfter(scene, actor)]) {
      if (role === undefined) continue
      const whole = withAntecedent(scene, role)
      if (whole.object !== null || !relationalRoles.has(whole.words)) found.push(toRelation(scene, actor, whole))
    }
    const belongs = memberOf(scene, actor)
    if (belongs !== undefined) found.push(belongs)
    const led = ledBy(scene, actor)
    if (led !== undefined) found.push(led)
  }
  return found
}

/** "Wagner, a private army whose leader Yevgeny Prigozhin": the role is of the name before "whose". */
function withAntecedent(scene: Scene, role: Role): Role {
  if (role.object !== null || scene.tokens[role.from - 1]?.text !== 'whose') return role
  const body = groupBefore(scene, role.from - 1)
  if (body === undefined) return role
  return { ...role, from: body.from, object: body.mention.entity, objectType: body.mention.type }
}

const leadingVerbs = new Set([
  'lead',
  'led',
  'head',
  'headed',
  'command',
  'commanded',
  'chair',
  'chaired',
  'run',
  'found',
  'founded'
])

/** "Colonel Abdul Rahman of the Free Desert Army" */
function memberOf(scene: Scene, actor: Actor): Relation | undefined {
  if (scene.tokens[actor.to]?.text !== 'of') return undefined
  const at = actor.to + (/^the$/i.test(scene.tokens[actor.to + 1]?.text ?? '') ? 2 : 1)
  const body = scene.actorAt(at)
  if (body === undefined || body.from !== at || !isGroup(body.mention.type)) return undefined
  return {
    type: 'member-of',
    subject: actor.mention.entity,
    object: body.mention.entity,
    role: null,
    statement: null,
    start: actor.mention.start,
    end: body.mention.end
  }
}

/** "the Northern Guard, which is led by Ivan Petrov" */
function ledBy(scene: Scene, actor: Actor): Relation | undefined {
  const verb = tokenAt(scene.tokens, actor.from - 2)
  if (verb === undefined || scene.tokens[actor.from - 1]?.text !== 'by') return undefined
  const word = verb.text.toLowerCase()
  if (!leadingVerbs.has(word) || word === 'lead' || word === 'head') return undefined
  const body = groupBefore(scene, actor.from - 2)
  if (body === undefined) return undefined
  return {
    type: word.startsWith('found') ? 'linked-to' : 'leads',
    subject: actor.mention.entity,
    object: body.mention.entity,
    role: null,
    statement: null,
    start: body.mention.start,
    end: actor.mention.end
  }
}

/** The nearest name before token `at`, if it is a group's and no other clause lies between. */
function groupBefore(scene: Scene, at: number): Actor | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 10); i--) {
    const actor = scene.actorAt(i)
    if (actor !== undefined) return isGroup(actor.mention.type) ? actor : undefined
    if (/^[.;:]$/.test(scene.tokens[i]?.text ?? '')) return undefined
  }
  return undefined
}

function toRelation(scene: Scene, actor: Actor, role: Role): Relation {
  const from = scene.tokens[role.from]?.start ?? actor.mention.start
  const to = scene.tokens[role.to - 1]?.end ?? actor.mention.end
  return {
    type: typeOf(role),
    subject: actor.mention.entity,
    object: role.object === actor.mention.entity ? null : role.object,
    role: role.words,
    statement: null,
    start: Math.min(actor.mention.start, from),
    end: Math.max(actor.mention.end, to)
  }
}

function typeOf({ head, words, object, objectType, partly }: Role): RelationType {
  if (object === null || partly) return 'holds-role'
  if (speakingRoles.has(head)) return 'spokesperson-of'
  const group = objectType !== 'place' && objectType !== 'person'
  if (group && (leadingRoles.has(head) || words.endsWith('chief executive') || words.endsWith('executive officer')))
    return 'leads'
  return group && memberRoles.has(head) ? 'member-of' : 'holds-role'
}

function tiesIn(scene: Scene): Relation[] {
  return findTies(scene).map(({ type, subject, object, from, to }) => ({
    type,
    subject,
    object: object satisfies EntityId,
    role: null,
    statement: null,
    start: scene.tokens[from]?.start ?? 0,
    end: scene.tokens[to - 1]?.end ?? 0
  }))
}
