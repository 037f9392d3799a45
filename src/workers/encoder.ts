/** Texts, one after another → their UTF-8, in one piece of memory that is used again and again. */
export class Encoder {
  readonly #encoder = new TextEncoder()
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  add(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    const most = this.#length + text.length * 3
    if (most > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(most, this.#bytes.length * 2))
      wider.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = wider
    }
    this.#length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written
  }

  /** A copy of what was added since it was last taken. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return taken
  }
}
