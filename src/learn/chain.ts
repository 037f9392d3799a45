/**
 * A chain of three labels, ready to be decoded: scores of its positions and steps, and how probable each label is. Does what `crf.ts`
 * does for any number of labels, several times faster; its arrays are used again for the next chain.
 */

const count = 3
const square = count * count

export class ThreeLabels {
  length = 0
  /** What each label has over the first, three numbers a position; -Infinity where a label is not allowed. */
  nodes = new Float64Array(count * 128)
  /** From the label before (row) to the label here (column), nine numbers a position, and the exponentials of it; the first position's are not used. */
  steps = new Float64Array(square * 128)
  stepWeights = new Float64Array(square * 128)
  /** After `findProbabilities`: of each label, three numbers a position. */
  probabilities = new Float64Array(count * 128)
  private own = new Float64Array(count * 128)
  private back = new Uint8Array(count * 128)
  private readonly best = new Float64Array(2 * count)

  /** Begins a chain; what the arrays hold is left from an earlier one. */
  reset(length: number): void {
    this.length = length
    if (length * count <= this.nodes.length) return
    this.nodes = new Float64Array(count * length)
    this.steps = new Float64Array(square * length)
    this.stepWeights = new Float64Array(square * length)
    this.probabilities = new Float64Array(count * length)
    this.own = new Float64Array(count * length)
  }

  /**
   * Forward and backward sums, each position's scaled to 1.
   *
   * @returns the logarithm of the sum over all paths
   */
  findProbabilities(): number {
    const { length, nodes, stepWeights: w, probabilities } = this
    const own = this.own
    let logSum = 0
    let a = 1
    let b = 0
    let c = 0
    for (let i = 0; i < length; i++) {
      const at = i * count
      const k = i * square
      const second = Math.exp(nodes[at + 1] as number)
      const third = Math.exp(nodes[at + 2] as number)
      own[at + 1] = second
      own[at + 2] = third
      let x = 1
      let y = second
      let z = third
      if (i > 0) {
        x *= a * (w[k] as number) + b * (w[k + 3] as number) + c * (w[k + 6] as number)
        y *= a * (w[k + 1] as number) + b * (w[k + 4] as number) + c * (w[k + 7] as number)
        z *= a * (w[k + 2] as number) + b * (w[k + 5] as number) + c * (w[k + 8] as number)
      }
      const sum = x + y + z
      a = x / sum
      b = y / sum
      c = z / sum
      probabilities[at] = a
      probabilities[at + 1] = b
      probabilities[at + 2] = c
      logSum += Math.log(sum)
    }
    a = 1
    b = 1
    c = 1
    for (let i = length - 1; i >= 0; i--) {
      const at = i * count
      const k = i * square
      const x = (probabilities[at] as number) * a
      const y = (probabilities[at + 1] as number) * b
      const z = (probabilities[at + 2] as number) * c
      const sum = x + y + z
      probabilities[at] = x / sum
      probabilities[at + 1] = y / sum
      probabilities[at + 2] = z / sum
      const first = a / sum
      const second = (b * (own[at + 1] as number)) / sum
      const third = (c * (own[at + 2] as number)) / sum
      a = (w[k] as number) * first + (w[k + 1] as number) * second + (w[k + 2] as number) * third
      b = (w[k + 3] as number) * first + (w[k + 4] as number) * second + (w[k + 5] as number) * third
      c = (w[k + 6] as number) * first + (w[k + 7] as number) * second + (w[k + 8] as number) * third
    }
    return logSum
  }

  /** The labels of the best path (Viterbi), into `path`. Of two equal paths the one with the lower labels wins. */
  findBest(path: Uint8Array): void {
    const { length, nodes, steps } = this
    if (this.back.length < length * count) this.back = new Uint8Array(length * count)
    const back = this.back
    const best = this.best
    for (let k = 0; k < count; k++) best[k] = nodes[k] as number
    for (let i = 1; i < length; i++) {
      for (let k = 0; k < count; k++) {
        let from = 0
        let top = Number.NEGATIVE_INFINITY
        for (let j = 0; j < count; j++) {
          const score = (best[j] as number) + (steps[i * square + j * count + k] as number)
          if (score > top) {
            top = score
            from = j
          }
        }
        best[count + k] = top + (nodes[i * count + k] as number)
        back[i * count + k] = from
      }
      best.copyWithin(0, count)
    }
    let label = 0
    for (let k = 1; k < count; k++) if ((best[k] as number) > (best[label] as number)) label = k
    for (let i = length - 1; i >= 0; i--) {
      path[i] = label
      label = back[i * count + label] as number
    }
  }
}
