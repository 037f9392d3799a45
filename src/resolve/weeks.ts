/** A day → the weeks under which it meets days near it. */
const week = 7 * 24 * 60 * 60 * 1000

/** Its week and the next, so that claims of neighbouring weeks meet; then the one before. */
export function weeksOf(published: string): string[] {
  const time = Date.parse(published)
  if (published === '' || !Number.isFinite(time)) return ['undated']
  const number = Math.floor(time / week)
  return [number, number + 1, number - 1].map(String)
}
