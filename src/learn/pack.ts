/**
 * Weights ↔ few bytes: 8 bits a weight on a square-root scale (small weights keep their differences), feature hashes as
 * differences, the whole compressed. Reading works in a browser; what is read is what was measured.
 */
import { unzlibSync, zlibSync } from 'fflate'
import { ByteReader, type ByteWriter } from './bytes.js'
import type { Crf } from './crf.js'
import { FeatureTable } from './features.js'
import type { WeightRows } from './packed.js'

/** Writes a table of features and their weights, `width` a row. */
export function writeWeights(writer: ByteWriter, table: FeatureTable, weights: Float32Array, width: number): void {
  let most = 0
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  writer.whole(table.bits)
  writer.whole(table.size)
  writer.whole(width)
  writer.float(most)
  let before = -1
  for (const key of table.keys()) {
    writer.whole(key - before - 1)
    before = key
  }
  // One column after another: neighbours are then alike, and compress better.
  for (let k = 0; k < width; k++) {
    for (let row = 0; row < table.size; row++) {
      const weight = weights[row * width + k] ?? 0
      const size = most === 0 ? 0 : Math.round(127 * Math.sqrt(Math.abs(weight) / most))
      writer.byte(128 + (weight < 0 ? -size : size))
    }
  }
}

export function readWeights(reader: ByteReader): { table: FeatureTable; weights: Float32Array } {
  const { bits, keys, weights } = readRows(reader)
  return { table: new FeatureTable(bits, keys), weights }
}

/** The same without a table to look features up, for those that are packed. */
export function readRows(reader: ByteReader): WeightRows {
  const bits = reader.whole()
  const size = reader.whole()
  const width = reader.whole()
  const most = reader.float()
  const keys = new Int32Array(size)
  let before = -1
  for (let i = 0; i < size; i++) {
    before += reader.whole() + 1
    keys[i] = before
  }
  const weights = new Float32Array((size + 1) * width)
  for (let k = 0; k < width; k++) {
    for (let row = 0; row < size; row++) {
      const share = (reader.byte() - 128) / 127
      weights[row * width + k] = share * Math.abs(share) * most
    }
  }
  return { bits, width, keys, weights }
}

export function writeCrf(writer: ByteWriter, model: Crf): void {
  writer.whole(model.labels)
  writeWeights(writer, model.nodes, model.nodeWeights, model.labels)
  writeWeights(writer, model.edges, model.edgeWeights, model.labels * model.labels)
}

export function readCrf(reader: ByteReader): Crf {
  const labels = reader.whole()
  const nodes = readWeights(reader)
  const edges = readWeights(reader)
  return {
    labels,
    nodes: nodes.table,
    nodeWeights: nodes.weights,
    edges: edges.table,
    edgeWeights: edges.weights
  }
}

/** Compressed without a time stamp: the same bytes each time. */
export function compress(writer: ByteWriter): Uint8Array {
  return zlibSync(writer.finish(), { level: 9 })
}

/** Throws an Error if the bytes are no compressed weights. */
export function decompress(bytes: Uint8Array): ByteReader {
  return new ByteReader(unzlibSync(bytes))
}

/** Base64 (as models are embedded) → bytes, in Node and in browsers. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  // Eight times as fast as Uint8Array.from, and every start of the program waits for it.
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
