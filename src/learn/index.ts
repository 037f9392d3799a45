/**
 * Linear models that learn from labelled text: conditional random fields over sequences and logistic regression, on
 * hashed features; and their weights as few bytes. Knows nothing of news.
 *
 * To train: add each position's feature hashes to a `FeatureRows` (`add`, then `endRow`), call `trainCrf`, write with
 * `writeCrf` and `compress`. To decode: fill `FeatureRows` in the same way, then `scoreSequence`, change the scores as you
 * like (biases, bans), then `bestPath` or `findMarginals`.
 */
export { ByteReader, ByteWriter } from './bytes.js'
export { ThreeLabels } from './chain.js'
export { bestPath, type Crf, findMarginals, type Marginals, type Scores, scoreRows, scoreSequence } from './crf.js'
export { FeatureRows, FeatureTable, indexFeatures } from './features.js'
export { beside, hash1, hash2, hash3, hashText } from './hash.js'
export { type Logistic, type LogisticOptions, scoreRow, sigmoid, trainLogistic } from './logistic.js'
export { compress, decompress, fromBase64, readCrf, readRows, readWeights, writeCrf, writeWeights } from './pack.js'
export { PackedWeights, packedBits, type WeightRows } from './packed.js'
export { randomSource, shuffled } from './random.js'
export { type FeatureSink, SmallGroups, SummedRows, SummedWeights } from './small.js'
export { type Corpus, type CrfOptions, pruneRows, trainCrf } from './trainCrf.js'
