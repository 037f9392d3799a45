/** Dates as feeds, pages and dumps write them → ISO 8601, with the precision that they have. */
import { readDate } from '../read/dates.js'

const iso =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?$/
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/
const rfc822 =
  /^(?:[A-Za-z]{3},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})(?:\s+(\d{2}):(\d{2})(?::(\d{2}))?\s*([A-Z]{1,4}|[+-]\d{4})?)?$/
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Seconds and milliseconds since 1970 are read too. The day stays that of the time zone it was written in.
 *
 * @example readTimestamp('Tue, 23 May 2023 10:15:00 +0200') // '2023-05-23T10:15:00+02:00'
 */
export function readTimestamp(value: unknown): string | null {
  if (typeof value === 'number') return fromEpoch(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  const found = iso.exec(text) ?? compact.exec(text)
  if (found) {
    const [, year = '', month, day, hour, minute, second, zone] = found
    return checked([year, month, day].filter((part) => part !== undefined).join('-'), [hour, minute, second], zone)
  }
  const mail = rfc822.exec(text)
  if (mail) {
    const [, day = '', name = '', year = '', hour, minute, second, zone] = mail
    const month = months.indexOf(name.toLowerCase()) + 1
    const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
    return month === 0 ? null : checked(date, [hour, minute, second], zone)
  }
  return /^\d{10}$|^\d{13}$/.test(text) ? fromEpoch(Number(text)) : readDate(text)
}

function fromEpoch(value: number): string | null {
  const milliseconds = value < 1e11 ? value * 1000 : value
  const date = new Date(milliseconds)
  return value > 1e8 && !Number.isNaN(date.getTime()) ? date.toISOString().replace('.000Z', 'Z') : null
}

function checked(date: string, clock: readonly (string | undefined)[], zone: string | undefined): string | null {
  const full = date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`
  const parsed = new Date(`${full}T00:00:00Z`)
  // 30 February would roll over into March.
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== full) return null
  const [hour, minute, second = '00'] = clock
  if (hour === undefined || minute === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return date
  return `${date}T${hour}:${minute}:${second}${offset(zone)}`
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (/^(?:Z|GMT|UTC|UT)$/.test(zone)) return 'Z'
  const digits = /^([+-]\d{2}):?(\d{2})$/.exec(zone)
  return digits ? `${digits[1]}:${digits[2]}` : ''
}
