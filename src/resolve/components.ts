/** Pairs of numbers → which belong together (union-find); the smallest number stands for its component. */

export interface Components {
  join(a: number, b: number): void
  rootOf(a: number): number
}

export function findComponents(size: number): Components {
  const parents = new Int32Array(size).map((_, i) => i)
  const rootOf = (a: number): number => {
    let root = a
    for (let up = parents[root] ?? root; up !== root; up = parents[root] ?? root) root = up
    // Shorten the path, so that long chains of joins stay cheap.
    for (let at = a; at !== root; ) {
      const up = parents[at] ?? root
      parents[at] = root
      at = up
    }
    return root
  }
  return {
    rootOf,
    join(a, b) {
      const left = rootOf(a)
      const right = rootOf(b)
      if (left < right) parents[right] = left
      else parents[left] = right
    }
  }
}

/** Numbers below `count` → lists of those with one key, in their order; keys are below `keys`. Holds no list until it is asked for. */
export function listsBy(keys: number, count: number, keyOf: (each: number) => number): (key: number) => number[] {
  const first = new Int32Array(keys).fill(-1)
  const next = new Int32Array(count)
  for (let each = count - 1; each >= 0; each--) {
    const key = keyOf(each)
    next[each] = first[key] ?? -1
    first[key] = each
  }
  return (key) => {
    const list: number[] = []
    for (let each = first[key] ?? -1; each !== -1; each = next[each] ?? -1) list.push(each)
    return list
  }
}
