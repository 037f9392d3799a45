/** The credits that news text carries: whose picture, whose report, where and for whom it was filed. */

export interface Dateline {
  /** UTF-16 length of the dateline, the dash and the white space before the text included. */
  readonly length: number
  readonly place: string
  readonly agency: string | null
}

const place = "\\p{Lu}[\\p{Lu}.'’ -]{1,40}(?:,\\s\\p{Lu}[\\p{L}. ]{1,30})?"
const dateline = new RegExp(
  `^(${place})(?:,\\s\\p{Lu}\\p{Ll}{2,8}\\.?\\s\\d{1,2}(?:,\\s\\d{4})?)?\\s*(?:\\(([\\p{L}][\\p{L}. ]{1,24})\\))?\\s*(?:--|[–—-])\\s+(?=\\S)`,
  'u'
)
const mixedDateline =
  /^(\p{Lu}\p{L}[\p{L}.'’, -]{1,40}?)\s*\((Reuters|AP|AFP|UPI|Xinhua|IANS|ANI|PTI|dpa|DPA|TASS|BBC)\)\s*(?:--|[–—-])\s+(?=\S)/u

/** @example readDateline('MOSCOW (Reuters) – Drones struck') // { length: 19, place: 'MOSCOW', agency: 'Reuters' } */
export function readDateline(line: string): Dateline | null {
  const head = line.slice(0, 120)
  const found = dateline.exec(head) ?? mixedDateline.exec(head)
  if (found === null) return null
  // A capital letter alone ("A – B") is no place, nor is a run of capitals that ends elsewhere than at the dash.
  const name = (found[1] ?? '').trim()
  return name.length < 3 ? null : { length: found[0].length, place: name, agency: found[2]?.trim() ?? null }
}

const pictureWord = '(?:photograph|photo|picture|image|illustration|photo credit|file photo|credit|video)s?'
const pictureAtEnd = new RegExp(`(?:^|[\\s([])${pictureWord}\\s*(?::|by\\s)\\s*\\S[^.!?]{0,80}[)\\]]?$`, 'i')
const agencies =
  '(?:AP|AFP|EPA|EFE|DPA|dpa|PA|Reuters|Getty(?: Images)?|Shutterstock|Alamy|Xinhua|TASS|Anadolu|NurPhoto|Bloomberg|ZUMA(?: Press)?|Rex)'
const pictureGlued = new RegExp(
  `${pictureWord}\\s*:\\s*(?:[^.!?:]{0,40}/)?${agencies}(?:/[^\\s.]{1,30})?(?=\\s+["“‘\\p{Lu}])`,
  'iu'
)

/** The UTF-16 length of the caption that a line begins with or is, 0 where it has none. */
export function captionLength(line: string): number {
  if (line.length <= 700 && pictureAtEnd.test(line.slice(-120))) return line.length
  const found = pictureGlued.exec(line.slice(0, 700))
  return found === null ? 0 : found.index + found[0].length
}

const name = "(?:The\\s)?\\p{Lu}[\\p{L}\\p{N}.&'’-]*(?:\\s(?:of|and|the|&|\\p{Lu}[\\p{L}\\p{N}.&'’-]*)){0,4}"
const glued = new RegExp(`(?<=[.!?…]["”’]?\\s)[–—-]\\s*(${name})$`, 'u')
const inBrackets = /\((Reuters|AP|AFP|UPI|Xinhua|IANS|ANI|PTI|dpa|DPA|TASS)\)\.?$/
const alone = new RegExp(`^(?:\\d{4}\\s)?(${name})$`, 'u')
const beforeName = /^(?:©\s*|copyright\s|source:\s*|credit:\s*|via\s|[–—-]\s*)/i
const reporting = /^\(?(?:(?:additional )?reporting|writing|editing|compiled) by\b.{0,300}$/i

export interface Credit {
  /** UTF-16 offset in the line where the credit begins. */
  readonly start: number
  readonly publisher: string | null
}

/** What credits somebody at the end of an article's last line. */
export function readCredit(line: string): Credit | null {
  if (reporting.test(line)) return { start: 0, publisher: null }
  const tail = line.slice(-80)
  const offset = line.length - tail.length
  const found = glued.exec(tail) ?? inBrackets.exec(tail)
  if (found) return { start: offset + found.index, publisher: found[1] ?? null }
  const only = line.length <= 60 && !line.endsWith('.') ? alone.exec(line.replace(beforeName, '')) : null
  return only?.[1] === undefined ? null : { start: 0, publisher: only[1] }
}

const byline =
  /^by:?\s+(\p{Lu}[\p{L}.'’-]+(?:\s(?:\p{Lu}[\p{L}.'’-]*|de|van|von|al|bin|and|&)|,){1,9})(?:,?\s(?:in|for|at)\s.{1,50}|\s*[|/-]\s.{1,60})?$/iu

/** The authors whom a line "By A B and C D" names, none if it is something else. */
export function readByline(line: string): string[] {
  if (line.length > 160) return []
  const names = byline.exec(line)?.[1]
  if (names === undefined) return []
  const authors = names.split(/,|\s(?:and|&)\s/).map((each) => each.trim())
  return authors.filter((each) => /^\p{Lu}.*\s.*\p{Lu}/u.test(each))
}
