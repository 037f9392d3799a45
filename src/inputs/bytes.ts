/** Chunks of bytes → all of them, their beginning, their lines. */

export function joined(chunks: Iterable<Uint8Array>): Uint8Array {
  const parts = [...chunks]
  const only = parts[0]
  if (parts.length === 1 && only !== undefined) return only
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The first `count` bytes, or fewer where there are no more. */
export function headOf(chunks: Iterable<Uint8Array>, count: number): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  for (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.length
    if (length >= count) break
  }
  return joined(parts).subarray(0, count)
}

/** Lines without their ends, each a whole number of bytes. */
export function* linesOf(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let held: Uint8Array[] = []
  for (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield joined([...held, chunk.subarray(from, at)])
      held = []
      from = at + 1
    }
    if (from < chunk.length) held.push(chunk.subarray(from))
  }
  if (held.length > 0) yield joined(held)
}
