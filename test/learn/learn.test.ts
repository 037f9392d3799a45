import { describe, expect, it } from 'vitest'
import {
  ByteWriter,
  bestPath,
  type Corpus,
  compress,
  decompress,
  FeatureRows,
  FeatureTable,
  findMarginals,
  hash1,
  hash2,
  hashText,
  readCrf,
  scoreRow,
  scoreSequence,
  sigmoid,
  trainCrf,
  trainLogistic,
  writeCrf
} from '../../src/learn/index.js'

/** A language in which "b" is 1, "c" is 2 after a 1 and 0 elsewhere. */
function makeCorpus(sentences: readonly string[]): Corpus {
  const nodes = new FeatureRows()
  const edges = new FeatureRows()
  const labels: number[] = []
  const starts = [0]
  for (const sentence of sentences) {
    let before = 0
    for (const letter of sentence) {
      nodes.add(hash1(1, hashText(letter)))
      nodes.endRow()
      edges.add(hash1(2, 0))
      edges.add(hash2(3, 0, hashText(letter)))
      edges.endRow()
      before = letter === 'b' ? 1 : letter === 'c' && before === 1 ? 2 : 0
      labels.push(before)
    }
    starts.push(labels.length)
  }
  return { nodes, edges, labels: Uint8Array.from(labels), starts: Int32Array.from(starts) }
}

const sentences = ['abca', 'acab', 'bcac', 'bcba', 'aacc', 'abab', 'cbca', 'abcc', 'ccbc']
const corpus = makeCorpus([...sentences, ...sentences, ...sentences])
const options = { labels: 3, epochs: 150, dropout: 0.2, seeds: [1, 2], minimum: 1 }

function pack(): Uint8Array {
  const writer = new ByteWriter()
  writeCrf(writer, trainCrf(corpus, options))
  return compress(writer)
}

describe('conditional random fields', () => {
  it('learn a label that depends on the one before', () => {
    const model = trainCrf(corpus, options)
    const unseen = makeCorpus(['acbcab'])
    expect([...bestPath(scoreSequence(model, unseen.nodes, unseen.edges))]).toEqual([...unseen.labels])
  })

  it('give the same bytes each time, and decode the same after packing', () => {
    const bytes = pack()
    expect(pack()).toEqual(bytes)
    const model = readCrf(decompress(bytes))
    const unseen = makeCorpus(['bcbcacca'])
    expect([...bestPath(scoreSequence(model, unseen.nodes, unseen.edges))]).toEqual([...unseen.labels])
  })

  it('marginals sum to one and agree with counting all paths', () => {
    const scores = {
      length: 3,
      labels: 2,
      nodes: Float64Array.from([0.5, -0.2, 1.1, 0.3, -0.7, 0.4]),
      edges: Float64Array.from([0, 0, 0, 0, 0.3, -0.1, 0.8, -0.5, 1, 0.2, -0.6, 0.1])
    }
    let sum = 0
    const middle = [0, 0]
    for (const a of [0, 1]) {
      for (const b of [0, 1]) {
        for (const c of [0, 1]) {
          const score =
            (scores.nodes[a] ?? 0) +
            (scores.nodes[2 + b] ?? 0) +
            (scores.nodes[4 + c] ?? 0) +
            (scores.edges[4 + a * 2 + b] ?? 0) +
            (scores.edges[8 + b * 2 + c] ?? 0)
          sum += Math.exp(score)
          middle[b] = (middle[b] ?? 0) + Math.exp(score)
        }
      }
    }
    const found = findMarginals(scores)
    expect(found.logSum).toBeCloseTo(Math.log(sum), 10)
    expect(found.nodes[3]).toBeCloseTo((middle[1] ?? 0) / sum, 10)
    expect((found.nodes[0] ?? 0) + (found.nodes[1] ?? 0)).toBeCloseTo(1, 10)
  })

  it('obey a ban that the caller writes into the scores', () => {
    const scores = { length: 2, labels: 2, nodes: new Float64Array([0, 5, 0, 5]), edges: new Float64Array(8) }
    scores.nodes[1] = Number.NEGATIVE_INFINITY
    expect([...bestPath(scores)]).toEqual([0, 1])
  })
})

describe('feature tables', () => {
  it('give the place of each key, and the one after the last for others', () => {
    const table = new FeatureTable(10, Int32Array.from([0, 31, 32, 500, 1023]))
    expect([0, 31, 32, 500, 1023, 1, 33].map((key) => table.rowOf(key << 22))).toEqual([0, 1, 2, 3, 4, 5, 5])
    expect([...table.keys()]).toEqual([0, 31, 32, 500, 1023])
  })
})

describe('logistic regression', () => {
  it('tells rows with a feature from rows without', () => {
    const rows = new FeatureRows()
    const answers: number[] = []
    for (let i = 0; i < 200; i++) {
      rows.add(hash1(1, i % 2))
      rows.add(hash1(2, i % 5))
      rows.endRow()
      answers.push(i % 2)
    }
    const model = trainLogistic(rows, Float32Array.from(answers), { epochs: 20 })
    expect(sigmoid(scoreRow(model, rows, 1))).toBeGreaterThan(0.8)
    expect(sigmoid(scoreRow(model, rows, 0))).toBeLessThan(0.2)
  })
})
