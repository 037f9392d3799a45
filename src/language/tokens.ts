/** Reading a token by its place. */
import type { Token } from '../model.js'

/**
 * Token `at`, undefined beyond either end. An index below 0 that is read with `[]` is to V8 the name of a property: every later reading at
 * that place of the program then takes five times as long.
 */
export const tokenAt = (tokens: readonly Token[], at: number): Token | undefined => (at < 0 ? undefined : tokens[at])
