/** Parts of speech by name, as `language` numbers them, and the four classes of words that the lexicon tells apart. */

export const part = {
  noun: 1,
  properNoun: 2,
  verb: 3,
  auxiliary: 4,
  adjective: 5,
  adverb: 6,
  adposition: 7,
  determiner: 8,
  pronoun: 9,
  punctuation: 10,
  coordinator: 11,
  subordinator: 12,
  particle: 13,
  number: 14,
  symbol: 16
} as const

/** 0 verbs, 1 nouns, 2 adjectives and adverbs, 3 the rest. */
export type WordClass = 0 | 1 | 2 | 3

export function classOf(pos: number): WordClass {
  if (pos === part.verb || pos === part.auxiliary) return 0
  if (pos === part.noun || pos === part.properNoun) return 1
  if (pos === part.adjective || pos === part.adverb) return 2
  return 3
}
