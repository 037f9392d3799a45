/**
 * Lists from lists. `Array.prototype.flatMap` does the first of these, but V8 takes ten times as long for it as for a loop, and an article
 * asks for thousands.
 */

/** What is found for each of the values, in one list: `flatMap`. */
export function gather<Value, Found>(
  values: readonly Value[],
  find: (value: Value, at: number) => readonly Found[]
): Found[] {
  const all: Found[] = []
  for (let at = 0; at < values.length; at++) {
    const found = find(values[at] as Value, at)
    for (let i = 0; i < found.length; i++) all.push(found[i] as Found)
  }
  return all
}

/** The same where there is at most one for each value. */
export function gatherOnes<Value, Found>(
  values: readonly Value[],
  find: (value: Value, at: number) => Found | undefined
): Found[] {
  const all: Found[] = []
  for (let at = 0; at < values.length; at++) {
    const found = find(values[at] as Value, at)
    if (found !== undefined) all.push(found)
  }
  return all
}
