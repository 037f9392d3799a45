/**
 * A user's file of identity decisions → what to force and what to forbid.
 *
 * One decision a line, tab-separated: `same` or `different`, a name or entity id, another one, and whatever note. Lines
 * that are empty or begin with # are skipped.
 */
import { HearsayError } from '../errors.js'
import { nameKey } from '../names/key.js'
import { slug } from '../names/slug.js'
import type { Card } from './cards.js'

export interface Decision {
  readonly same: boolean
  /** Names or entity ids, as the user wrote them. */
  readonly a: string
  readonly b: string
}

/**
 * @throws HearsayError `malformed` with the file's name, where a line is neither
 * @example parseDecisions('different\tJohn Smith\tJohn Smith Jr', 'identity.tsv') // [{ same: false, a: 'John Smith', b: 'John Smith Jr' }]
 */
export function parseDecisions(tsv: string, fileName: string): Decision[] {
  return tsv.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const [verdict = '', a = '', b = ''] = line.split('\t').map((cell) => cell.trim())
    if ((verdict !== 'same' && verdict !== 'different') || a === '' || b === '') {
      const message = `line ${i + 1}: "${line.slice(0, 80)}" is no decision: write same or different, a name, another name, with tabs between`
      throw new HearsayError('malformed', message, { input: fileName })
    }
    return [{ same: verdict === 'same', a, b }]
  })
}

/** Does the user's word mean this card? A name as printed, or an id. */
export function means(word: string, card: Card): boolean {
  if (card.local === word || card.known?.id === word) return true
  const key = nameKey(word)
  if (nameKey(card.name) === key || card.forms.some((form) => nameKey(form.printed) === key)) return true
  return /^[a-z0-9-]+$/.test(word) && card.forms.some((form) => slug(form.printed) === word)
}
