/** Days as numbers (days since 1970-01-01, proleptic Gregorian calendar), without a clock and without time zones. */

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Source of the method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dayNumber({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function civilDate(number: number): CivilDate {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** 0 is Sunday. */
export const weekday = (number: number): number => (((number + 4) % 7) + 7) % 7

/** `2023-05-23` */
export function isoDate(number: number): string {
  const { year, month, day } = civilDate(number)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The first day of a month and the last; months may be counted on beyond December or before January. */
export function monthDays(year: number, month: number): readonly [number, number] {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  const first = dayNumber({ year: y, month: m, day: 1 })
  const next = m === 12 ? dayNumber({ year: y + 1, month: 1, day: 1 }) : dayNumber({ year: y, month: m + 1, day: 1 })
  return [first, next - 1]
}

/** The day of an ISO date with at least a day (`2023-05-23…`); undefined for anything less or wrong. */
export function parseDay(iso: string | null): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(iso ?? '')
  if (found === null) return undefined
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (month < 1 || month > 12 || day < 1) return undefined
  const number = dayNumber({ year, month, day })
  return civilDate(number).day === day ? number : undefined
}
