/** Parts of texts → strings of their own: engines keep a part as a place in the whole, and with it the whole in memory. */
export function detached(part: string): string {
  const own: string = JSON.parse(JSON.stringify(part))
  return own
}

/** The same text, whoever asks, is one string: names and words come again in every article. */
export type Own = (text: string) => string

export function ownTexts(): Own {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const own = detached(text)
    known.set(own, own)
    return own
  }
}
