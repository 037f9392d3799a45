/** A token → how much it tells: 1 for a word that is rare in news, less for a common one. */
import { commonWords } from './commonWords.js'

let weights: ReadonlyMap<string, number> | undefined

export function weightOf(token: string): number {
  // Where it happened is said of many things.
  if (token.startsWith('^')) return 0.4
  if (token.startsWith('~')) return 0.7
  weights ??= new Map(
    commonWords.flatMap((tier, i) =>
      tier.split(/\s+/).map((word): [string, number] => [word.replace(/_/g, ' '), 0.4 + 0.2 * i])
    )
  )
  return weights.get(token) ?? 1
}
