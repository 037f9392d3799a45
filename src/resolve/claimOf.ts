/** Statements that say the same → what is told of their claim: its words, who said it first and when, its origins, who denies it. */
import type { Claim, ClaimId } from '../model.js'
import { type Group, inOrder } from './claims.js'
import { denialOf } from './denials.js'
import { hashText, hex } from './hash.js'
import { plainLink, toldOf } from './linking.js'
import { byText, sortBy, sortedTexts } from './order.js'
import { originsOf } from './origins.js'
import type { Proposition } from './propositions.js'

/** A group of statements that say the same → their claim, with no links to others. */
export function claimOf({ members, joins }: Group): Claim {
  const [first] = sortBy(
    inOrder(members),
    (each) => (each.published === '' ? '9' : each.published),
    (each) => (each.originalArticle === each.article ? 0 : 1),
    // Whoever passes it on says it later.
    (each) => (members.some((other) => other.inside === each.id) ? 1 : 0)
  )
  const id = claimId(members)
  const told = toldOf(id, members)
  // A claim that some assert and others deny, in answer to them, is linked with itself.
  const within = denialOf(told, told)
  return {
    id,
    text: textOf(members),
    statements: sortedTexts(members.map((each) => each.id)),
    articles: sortedTexts(members.map((each) => each.article)),
    origins: originsOf(members),
    firstSaid: first === undefined || first.published === '' ? null : first.published,
    firstSaidBy: first?.speakers[0]?.id ?? null,
    deniedBy: sortedTexts(
      members.filter((each) => each.act === 'deny').flatMap((each) => each.speakers.map((speaker) => speaker.id))
    ),
    joins: sortBy(
      joins,
      (join) => join.a,
      (join) => join.b
    ),
    links: within === null ? [] : [plainLink(within)]
  }
}

/** The fullest of the statements that hold no other, in words that need no other sentence where there is one. */
function textOf(members: readonly Proposition[]): string {
  const outer = new Set(members.flatMap((each) => each.inside ?? []))
  const [fullest] = sortBy(
    members,
    (each) => (outer.has(each.id) ? 1 : 0),
    (each) => (each.act === 'deny' ? 1 : 0),
    (each) => (/^["“']?(?:he|it|she|they|to)\b/i.test(each.text) ? 1 : 0),
    (each) => -Math.min(each.tokens.length, 12),
    (each) => each.text.length,
    (each) => each.text
  )
  return fullest?.text ?? ''
}

/** From the smallest statement id, so that a claim keeps its id while its first statement stays. */
function claimId(members: readonly Proposition[]): ClaimId {
  const [first = ''] = members.map((each) => each.id).sort(byText)
  return `claim/${hex(hashText(first))}${hex(hashText(first, 1))}${hex(hashText(first, 2)).slice(0, 4)}`
}
