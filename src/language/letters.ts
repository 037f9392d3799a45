/** Questions about a word's letters that are asked thousands of times an article, answered without a regular expression where ASCII will do. */

/** An upper-case letter first: "Lund", "É". */
export function beginsUpper(word: string): boolean {
  const unit = word.charCodeAt(0)
  return unit < 128 ? unit >= 65 && unit <= 90 : /^\p{Lu}/u.test(word)
}

/** What wink-nlp splits off: "mayor's", "mayors'". */
export const isPossessive = (word: string): boolean => word === "'s" || word === '’s' || word === "'" || word === '’'
