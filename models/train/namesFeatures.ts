/** All features of all tokens, to learn the recogniser of names from. */
import { FeatureRows, hash1, hash2, hash3 } from '../../src/learn/index.js'
import { anyStep, type FeatureSink, type Spot, wordFeatures } from '../../src/names/features.js'
import type { Form } from '../../src/names/reading.js'

/** Which features a visit leaves out depends on their order: the same order gives the same weights. */
const order = [...range(1, 22), 44, 45, 46, ...range(23, 43)]
const ranks: ReadonlyMap<number, number> = new Map(order.map((template, i) => [template, i]))

export class TrainingRows implements FeatureSink {
  readonly nodes = new FeatureRows()
  readonly edges = new FeatureRows()
  readonly #token: { readonly rank: number; readonly hash: number }[] = []

  one(template: number, value: number): void {
    this.#add(template, hash1(template, value))
  }

  two(template: number, first: number, second: number): void {
    this.#add(template, hash2(template, first, second))
  }

  three(template: number, first: number, second: number, third: number): void {
    this.#add(template, hash3(template, first, second, third))
  }

  word(form: Form, spot: Spot, position: number): void {
    wordFeatures(form, spot, position, this)
  }

  end(step: number): void {
    this.#token.sort((a, b) => a.rank - b.rank)
    for (const { hash } of this.#token) this.nodes.add(hash)
    this.#token.length = 0
    this.nodes.endRow()
    this.edges.add(anyStep)
    this.edges.add(step)
    this.edges.endRow()
  }

  #add(template: number, hash: number): void {
    this.#token.push({ rank: ranks.get(template) ?? 0, hash })
  }
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
