/** Boxes that want to be written, the most wanted first → those that fit without lying on one another. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const cell = 64

/** A grid of what is taken, so that a thousand labels cost a thousand looks and not a million. */
export class Room {
  readonly #taken = new Map<string, Box[]>()

  isFree(box: Box): boolean {
    for (const key of cellsOf(box)) {
      for (const other of this.#taken.get(key) ?? []) if (overlap(box, other)) return false
    }
    return true
  }

  take(box: Box): void {
    for (const key of cellsOf(box)) {
      const boxes = this.#taken.get(key)
      if (boxes) boxes.push(box)
      else this.#taken.set(key, [box])
    }
  }
}

function* cellsOf({ left, top, width, height }: Box): Iterable<string> {
  for (let x = Math.floor(left / cell); x <= Math.floor((left + width) / cell); x++) {
    for (let y = Math.floor(top / cell); y <= Math.floor((top + height) / cell); y++) yield `${x} ${y}`
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height
}

/** @example shorten('Self-described Russian partisan forces', 20) // 'Self-described Russi…' */
export function shorten(text: string, most: number): string {
  const letters = [...text.slice(0, most * 4)]
  return letters.length <= most ? text : `${letters.slice(0, most).join('').trimEnd()}…`
}
