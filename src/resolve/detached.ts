/** A part of a text → a string of its own: engines keep a part as a place in the whole, and with it the whole in memory. */
export function detached(part: string): string {
  const own: string = JSON.parse(JSON.stringify(part))
  return own
}
