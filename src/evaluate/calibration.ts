/** Probabilities with what came true → how far they can be believed: ten bins, and the expected calibration error. */

export interface Judged {
  readonly probability: number
  readonly right: boolean
}

export interface CalibrationBin {
  /** From here, up to the next bin. */
  readonly from: number
  readonly count: number
  /** The mean of the probabilities. */
  readonly expected: number
  /** The share that is right. */
  readonly observed: number
}

export interface Calibration {
  /** Bins that hold anything, ascending. */
  readonly bins: readonly CalibrationBin[]
  /** The mean difference between expected and observed, bins weighed by what they hold. */
  readonly error: number
}

export function calibrationOf(judged: readonly Judged[]): Calibration {
  const sums = Array.from({ length: 10 }, () => ({ count: 0, expected: 0, right: 0 }))
  for (const { probability, right } of judged) {
    const sum = sums[Math.min(9, Math.floor(probability * 10))]
    if (sum === undefined) continue
    sum.count++
    sum.expected += probability
    if (right) sum.right++
  }
  const bins = sums.flatMap(({ count, expected, right }, i): CalibrationBin[] =>
    count === 0 ? [] : [{ from: i / 10, count, expected: expected / count, observed: right / count }]
  )
  const off = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.expected - bin.observed), 0)
  return { bins, error: judged.length === 0 ? 0 : off / judged.length }
}
