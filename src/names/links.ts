/** Which terms are one entity, and why: a union-find that keeps the reason of every join. */
export class Links {
  private readonly parents: number[] = []
  private readonly why: Map<number, string[]> = new Map()

  constructor(size: number) {
    for (let id = 0; id < size; id++) this.parents.push(id)
  }

  rootOf(id: number): number {
    let root = id
    while ((this.parents[root] ?? root) !== root) root = this.parents[root] ?? root
    let at = id
    while (at !== root) {
      const next = this.parents[at] ?? root
      this.parents[at] = root
      at = next
    }
    return root
  }

  /** Joins two terms; nothing happens if they are one already. The lower number stays the root. */
  join(a: number, b: number, reason: string): void {
    const first = this.rootOf(a)
    const second = this.rootOf(b)
    if (first === second) return
    const root = Math.min(first, second)
    const other = Math.max(first, second)
    this.parents[other] = root
    const reasons = this.why.get(root) ?? []
    reasons.push(reason, ...(this.why.get(other) ?? []))
    this.why.delete(other)
    this.why.set(root, reasons)
  }

  /** Adds a reason that joins no terms: of a single mention, or of the name chosen. */
  note(id: number, reason: string): void {
    const root = this.rootOf(id)
    const reasons = this.why.get(root) ?? []
    reasons.push(reason)
    this.why.set(root, reasons)
  }

  reasons(id: number): readonly string[] {
    return this.why.get(this.rootOf(id)) ?? []
  }
}
