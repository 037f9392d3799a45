/** Numbers and byte runs ↔ bytes, for files of weights. Whole numbers are varints (LEB128). */
export class ByteWriter {
  private bytes = new Uint8Array(4096)
  private size = 0

  byte(value: number): void {
    if (this.size === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.size++] = value
  }

  /** A whole number from 0 to 2^32 - 1. */
  whole(value: number): void {
    let rest = value >>> 0
    while (rest > 127) {
      this.byte((rest & 127) | 128)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** A 64-bit float, little-endian. */
  float(value: number): void {
    const view = new DataView(new ArrayBuffer(8))
    view.setFloat64(0, value, true)
    for (let i = 0; i < 8; i++) this.byte(view.getUint8(i))
  }

  /** A run of bytes with its length before it. */
  run(values: Uint8Array): void {
    this.whole(values.length)
    for (const value of values) this.byte(value)
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.size)
  }
}

export class ByteReader {
  private at = 0
  constructor(private readonly bytes: Uint8Array) {}

  /** Throws a RangeError at the end of the bytes. */
  byte(): number {
    const value = this.bytes[this.at++]
    if (value === undefined) throw new RangeError('a file of weights ends too early: build it again (npm run train)')
    return value
  }

  whole(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte()
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }

  float(): number {
    const view = new DataView(new ArrayBuffer(8))
    for (let i = 0; i < 8; i++) view.setUint8(i, this.byte())
    return view.getFloat64(0, true)
  }

  run(): Uint8Array {
    const size = this.whole()
    const values = this.bytes.subarray(this.at, this.at + size)
    if (values.length < size) throw new RangeError('a file of weights ends too early: build it again (npm run train)')
    this.at += size
    return values
  }
}
