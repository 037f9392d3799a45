/** Words of a date, as news pages print them above an article → an ISO date. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const weekday = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s+)?'
const time = '(?:,?\\s+(?:at\\s+)?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?m\\.?)?(?:\\s*\\(?[A-Z]{2,5}\\)?)?)?'
const before = '(?:(?:first\\s+)?(?:published|updated|posted|last\\s+(?:updated|modified)|date)\\s*(?:on|:|at)?\\s*)?'

const monthFirst = new RegExp(`^${before}${weekday}${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${time}$`, 'i')
const dayFirst = new RegExp(`^${before}${weekday}(\\d{1,2})(?:st|nd|rd|th)?\\s+${month},?\\s+(\\d{4})${time}$`, 'i')
const iso = new RegExp(`^${before}(\\d{4})[-/](\\d{2})[-/](\\d{2})(?:[T ]\\d{2}:\\d{2}\\S*)?$`, 'i')

/**
 * The whole of `words` must be a date; day and month in figures alone ("5/6/2023") are not read, since nobody knows which is which.
 *
 * @example readDate('Published May 23, 2023') // '2023-05-23'
 */
export function readDate(words: string): string | null {
  const text = words.trim()
  if (text.length > 80) return null
  const inFigures = iso.exec(text)
  if (inFigures) return checked(Number(inFigures[1]), Number(inFigures[2]), Number(inFigures[3]))
  const american = monthFirst.exec(text)
  if (american) return checked(Number(american[3]), monthNumber(american[1]), Number(american[2]))
  const british = dayFirst.exec(text)
  if (british) return checked(Number(british[3]), monthNumber(british[2]), Number(british[1]))
  return null
}

const monthNumber = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

function checked(year: number, monthOfYear: number, day: number): string | null {
  const date = new Date(Date.UTC(year, monthOfYear - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === monthOfYear - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}
