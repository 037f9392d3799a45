/** Orders that do not depend on a locale, and groups that do not depend on an order. */

/** By UTF-16 code unit. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function sortBy<T>(values: Iterable<T>, ...keys: ((value: T) => string | number)[]): T[] {
  return [...values].sort((a, b) => {
    for (const key of keys) {
      const left = key(a)
      const right = key(b)
      if (left < right) return -1
      if (left > right) return 1
    }
    return 0
  })
}

/** Distinct texts, sorted. */
export function sortedTexts<T extends string>(values: Iterable<T>): T[] {
  return [...new Set(values)].sort(byText)
}

export function groupBy<T, K>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const value of values) addTo(groups, keyOf(value), value)
  return groups
}

export function addTo<K, T>(groups: Map<K, T[]>, key: K, value: T): void {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, [value])
  else known.push(value)
}

const nothing: readonly never[] = []

/** A list to be held: most of some kinds are empty, and one stands for all of them; a list that was filtered has room for more. */
export function listOf<Item>(items: readonly Item[]): readonly Item[]
export function listOf<Item, Made>(items: readonly Item[], made: (item: Item) => Made): readonly Made[]
export function listOf<Item>(
  items: readonly Item[],
  made: (item: Item) => unknown = (item) => item
): readonly unknown[] {
  return items.length === 0 ? nothing : items.map(made)
}
