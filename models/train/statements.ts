/**
 * PolNeAR's train part and WordNet → the bytes of `models/statements.bin`.
 *
 * Three stages, each learned on what the stage before it finds in articles it has not seen (three folds): cues, then the source and
 * content of each cue, then the judge. The same data gives the same bytes.
 */
import { join } from 'node:path'
import { align, countShared, findWords, sourcesAgree, toWordSets, type WordSets } from '../../src/evaluate/alignment.js'
import {
  type AnnotatedArticle,
  type AttributionResult,
  scoreAttributions,
  toUtf16
} from '../../src/evaluate/attributions.js'
import type { Attribution, Pair } from '../../src/evaluate/brat.js'
import { proposeByRules } from '../../src/extract/propose.js'
import {
  type Corpus,
  type CrfOptions,
  FeatureRows,
  type Logistic,
  type LogisticOptions,
  packedBits,
  trainCrf,
  trainLogistic
} from '../../src/learn/index.js'
import type { Span } from '../../src/model.js'
import { mapOffsets } from '../../src/offsets.js'
import { addWindowFeatures, argumentLabels, Place, viewCue } from '../../src/tagger/argumentFeatures.js'
import { cueLabels } from '../../src/tagger/cueFeatures.js'
import { addRuns, type Cue, countCues, findCues } from '../../src/tagger/cues.js'
import { draftAll, type Group } from '../../src/tagger/draft.js'
import { findByTagger, leastCue, toStatement } from '../../src/tagger/find.js'
import { type Hint, readHints } from '../../src/tagger/hints.js'
import { addKeeperRows } from '../../src/tagger/keeperFeatures.js'
import {
  type LearnedModel,
  packArguments,
  packCues,
  packScout,
  type StatementsModel,
  writeStatementsModel
} from '../../src/tagger/model.js'
import { addScoutRow, learning, scoutOdds } from '../../src/tagger/scout.js'
import { addStepFeatures } from '../../src/tagger/steps.js'
import { type TokenSpan, windowOf } from '../../src/tagger/window.js'
import { readAnnotated, readTraining, type TrainingArticle } from './statementsData.js'
import { readSenses } from './wordnetSenses.js'

export interface StatementsOptions {
  readonly scout: LogisticOptions
  readonly cues: CrfOptions
  readonly arguments: CrfOptions
  readonly keeper: LogisticOptions
}

export const folds = 3

export const trainingOptions: StatementsOptions = {
  scout: { bits: packedBits, minimum: 5, rate: 0.05, epochs: 2, dropout: 0.3, seeds: [1], prune: 0.08 },
  cues: {
    labels: cueLabels.count,
    bits: packedBits,
    minimum: 3,
    rate: 0.06,
    epochs: 4,
    dropout: 0.5,
    seeds: [1, 2, 3],
    sure: 0.001,
    prune: 0.025
  },
  arguments: {
    labels: argumentLabels.count,
    bits: packedBits,
    minimum: 3,
    rate: 0.06,
    epochs: 3,
    dropout: 0.5,
    seeds: [1, 2, 3],
    sure: 0.001,
    prune: 0.025
  },
  keeper: { bits: packedBits, minimum: 3, rate: 0.05, epochs: 3, dropout: 0.3, seeds: [1, 2, 3], prune: 0.005 }
}

const log = (message: string): void => void process.stderr.write(`${message}\n`)
let began = performance.now()
const lap = (what: string): void => {
  log(
    `${what}: ${((performance.now() - began) / 1000).toFixed(1)} s, ${(process.memoryUsage().rss / 2 ** 30).toFixed(1)} GB`
  )
  began = performance.now()
}

/** Sequence numbers of a corpus by the article they come from. */
interface Sequences extends Corpus {
  readonly article: Int32Array
}

export const using = (corpus: Sequences, keep: (article: number) => boolean): Corpus => ({
  ...corpus,
  use: Int32Array.from([...corpus.article.keys()].filter((s) => keep(corpus.article[s] ?? 0)))
})

/** `odds[article]` are those of the scout for each token. */
export function makeCueCorpus(articles: readonly TrainingArticle[], odds: readonly Float64Array[]): Sequences {
  const rows = { nodes: new FeatureRows(), edges: new FeatureRows() }
  const labels: number[] = []
  const starts = [0]
  const article: number[] = []
  articles.forEach(({ page, gold }, a) => {
    const labelAt = new Uint8Array(page.length)
    for (const { cue } of gold) {
      cue.forEach((i, at) => {
        labelAt[i] = at > 0 && cue[at - 1] === i - 1 ? cueLabels.inside : cueLabels.begin
      })
    }
    addRuns(page, odds[a] ?? new Float64Array(page.length), learning, rows, ({ from, to }) => {
      for (let i = from; i < to; i++) {
        const label = labelAt[i] ?? 0
        labels.push(i === from && label === cueLabels.inside ? cueLabels.begin : label)
      }
      starts.push(labels.length)
      article.push(a)
    })
  })
  return {
    ...rows,
    labels: Uint8Array.from(labels),
    starts: Int32Array.from(starts),
    article: Int32Array.from(article)
  }
}

/** Whether each token is a part of a cue, by the articles that are kept. */
export function trainScout(
  articles: readonly TrainingArticle[],
  options: LogisticOptions,
  keep: (article: number) => boolean
): Logistic {
  const rows = new FeatureRows()
  const answers: number[] = []
  articles.forEach(({ page, gold }, a) => {
    if (!keep(a)) return
    const inCue = new Uint8Array(page.length)
    for (const { cue } of gold) for (const i of cue) inCue[i] = 1
    for (let i = 0; i < page.length; i++) addScoutRow(page, i, rows)
    answers.push(...inCue)
  })
  return trainLogistic(rows, Float32Array.from(answers), options)
}

/** True cues only, at the boundaries at which they are found in unseen articles; `found[article]` are those. */
export function makeArgumentCorpus(
  articles: readonly TrainingArticle[],
  found: readonly (readonly Cue[])[]
): Sequences {
  const rows = { nodes: new FeatureRows(), edges: new FeatureRows() }
  const labels: number[] = []
  const banned: number[] = []
  const place = new Place()
  const starts = [0]
  const article: number[] = []
  articles.forEach(({ page, gold }, a) => {
    const counts = countCues(page.length, found[a] ?? [])
    for (const attribution of gold) {
      const cue = trueCue(attribution.cue, found[a] ?? [])
      if (cue === undefined) continue
      const window = windowOf(page, cue)
      const view = viewCue(page, cue, window, counts)
      const source = new Set(attribution.source)
      const content = new Set(attribution.content)
      for (let i = window.from; i < window.to; i++) {
        const inCue = i >= cue.from && i < cue.to
        if (!inCue) addWindowFeatures(view, place, i, rows.nodes)
        rows.nodes.endRow()
        if (i > window.from) addStepFeatures(view, i, rows.edges)
        rows.edges.endRow()
        banned.push(inCue ? 1 : 0)
        labels.push(
          inCue
            ? argumentLabels.outside
            : content.has(i)
              ? argumentLabels.content
              : source.has(i)
                ? argumentLabels.source
                : argumentLabels.outside
        )
      }
      starts.push(labels.length)
      article.push(a)
    }
  })
  const offsets = new Float32Array(labels.length * argumentLabels.count)
  banned.forEach((ban, i) => {
    if (ban === 0) return
    offsets[i * argumentLabels.count + argumentLabels.source] = Number.NEGATIVE_INFINITY
    offsets[i * argumentLabels.count + argumentLabels.content] = Number.NEGATIVE_INFINITY
  })
  return {
    ...rows,
    labels: Uint8Array.from(labels),
    starts: Int32Array.from(starts),
    article: Int32Array.from(article),
    offsets
  }
}

/** The found cue that shares most tokens with the annotated one, or that one itself. */
function trueCue(gold: readonly number[], found: readonly Cue[]): TokenSpan | undefined {
  let best: { cue: TokenSpan; both: number } | undefined
  for (const cue of found) {
    const both = gold.filter((i) => i >= cue.from && i < cue.to).length
    if (both > 0 && (best === undefined || both > best.both)) best = { cue, both }
  }
  if (best !== undefined) return best.cue
  const first = gold[0]
  if (first === undefined) return undefined
  let to = first + 1
  while (gold.includes(to)) to++
  return { from: first, to }
}

/**
 * Which drafts are right, in the order of the groups: as the scorer would have it if each group predicted its best draft, and each
 * of its drafts were measured by the gold that this one stands for.
 */
export function judge(article: TrainingArticle, groups: readonly Group[], hints: readonly Hint[]): number[] {
  const map = mapOffsets(article.text)
  const words = findWords(article.text)
  const gold = article.attributions.map((each) => toWordSets(words, toUtf16(each, map.toUtf16)))
  const predicted = groups.map((group) =>
    group.map((draft): WordSets => {
      const { source, cue, content } = toStatement(article.page, draft, hints, 0)
      return toWordSets(words, { source: pairs(source), cue: pairs(cue), content: pairs(content) })
    })
  )
  const overlap = (a: WordSets, b: WordSets): number => {
    const both = countShared(a.content, b.content)
    return both / (a.content.size + b.content.size - both)
  }
  const most = (each: WordSets): number => Math.max(0, ...gold.map((other) => overlap(each, other)))
  const leading = predicted.map((group) => group.reduce((best, each) => (most(each) > most(best) ? each : best)))
  const { ofPredicted } = align(gold, leading)
  return predicted.flatMap((group, g) => {
    const other = gold[ofPredicted.get(g)?.other ?? -1]
    return group.map((each) => (other && overlap(each, other) >= 0.5 && sourcesAgree(other, each) ? 1 : 0))
  })
}

const pairs = (spans: readonly Span[]): Pair[] => spans.map(({ start, end }): Pair => [start, end])

/** The models of the folds are thrown away; the mean of several would cost time and change little. */
const oneSeed = (options: CrfOptions): CrfOptions => ({ ...options, seeds: [1] })

export function trainModel(dataDir: string, options: StatementsOptions = trainingOptions): LearnedModel {
  const { articles, lexicon } = readTraining(readAnnotated(join(dataDir, 'polnear/train')), readSenses())
  lap('read')
  const inFold = (fold: number) => (article: number) => article % folds === fold
  const outside = (fold: number) => (article: number) => article % folds !== fold
  const odds: Float64Array[] = []
  for (let fold = 0; fold < folds; fold++) {
    const scout = packScout(trainScout(articles, { ...options.scout, seeds: [1] }, outside(fold)))
    articles.forEach(({ page }, a) => {
      if (inFold(fold)(a)) odds[a] = scoutOdds(page, scout, learning)
    })
  }
  const scout = trainScout(articles, options.scout, () => true)
  lap('scout')
  const cueCorpus = makeCueCorpus(articles, odds)
  lap(`cue features (${cueCorpus.labels.length} tokens, ${cueCorpus.nodes.size} features)`)
  const found: Cue[][] = []
  for (let fold = 0; fold < folds; fold++) {
    const crf = packCues(trainCrf(using(cueCorpus, outside(fold)), oneSeed(options.cues)))
    articles.forEach(({ page }, a) => {
      if (inFold(fold)(a)) found[a] = findCues(page, odds[a] ?? new Float64Array(page.length), learning, crf, leastCue)
    })
    lap(`cues, fold ${fold}`)
  }
  const cues = trainCrf(cueCorpus, options.cues)
  lap('cues')
  const argumentCorpus = makeArgumentCorpus(articles, found)
  lap(`argument features (${argumentCorpus.labels.length} tokens, ${argumentCorpus.nodes.size} features)`)
  const hints = articles.map(({ prose }) => proposeByRules(prose))
  lap('rules')
  const groups: Group[][] = []
  for (let fold = 0; fold < folds; fold++) {
    const crf = packArguments(trainCrf(using(argumentCorpus, outside(fold)), oneSeed(options.arguments)))
    articles.forEach(({ page }, a) => {
      if (inFold(fold)(a)) groups[a] = draftAll(page, found[a] ?? [], readHints(page, hints[a] ?? []), crf)
    })
    lap(`arguments, fold ${fold}`)
  }
  const args = trainCrf(argumentCorpus, options.arguments)
  lap('arguments')
  const keeper = trainKeeper(articles, groups, hints, options.keeper)
  lap('keeper')
  return { lexicon, scout, cues, arguments: args, keeper }
}

export function trainKeeper(
  articles: readonly TrainingArticle[],
  groups: readonly (readonly Group[])[],
  hints: readonly (readonly Hint[])[],
  options: LogisticOptions
) {
  const rows = new FeatureRows()
  const answers: number[] = []
  articles.forEach((article, a) => {
    addKeeperRows(article.page, groups[a] ?? [], rows)
    answers.push(...judge(article, groups[a] ?? [], hints[a] ?? []))
  })
  return trainLogistic(rows, Float32Array.from(answers), options)
}

/** What a model finds in an annotated folder, each with its probability. */
export function predict(folder: string, model: StatementsModel) {
  return readAnnotated(folder).map((article) => ({
    article,
    statements: findByTagger(article.prose, model, proposeByRules(article.prose))
  }))
}

export function scoreAt(predicted: ReturnType<typeof predict>, threshold: number): AttributionResult {
  return scoreAttributions(
    predicted.map(({ article, statements }): AnnotatedArticle => {
      const map = mapOffsets(article.text)
      const points = (spans: readonly Span[]): Pair[] =>
        spans.map(({ start, end }): Pair => [map.toCodePoint(start), map.toCodePoint(end)])
      return {
        doc: article.doc,
        text: article.text,
        gold: article.attributions,
        predicted: statements
          .filter((each) => each.probability >= threshold)
          .map(
            (each): Attribution => ({
              source: points(each.source),
              cue: points(each.cue),
              content: points(each.content)
            })
          )
      }
    })
  )
}

/** Trains on `dataDir/polnear/train` and returns the bytes of `statements.bin`; progress goes to standard error. */
export function trainStatements(dataDir: string): Uint8Array {
  return writeStatementsModel(trainModel(dataDir))
}

/** What a model finds in PolNeAR's dev part at several thresholds, as lines; the thresholds in `src/extract` are chosen by it. */
export function describeThresholds(dataDir: string, model: StatementsModel): string[] {
  const predicted = predict(join(dataDir, 'polnear/dev'), model)
  const percent = (value: number): string => (value * 100).toFixed(1)
  return [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55].flatMap((threshold) =>
    Object.entries(scoreAt(predicted, threshold).views).map(
      ([name, view]) =>
        `${threshold.toFixed(2)} ${name.padEnd(6)} statement ${percent(view.statement.precision)} ${percent(view.statement.recall)} ${percent(view.statement.f1)}` +
        ` exact ${percent(view.contentExact.f1)} content ${percent(view.content.f1)} source ${percent(view.source.f1)} cue ${percent(view.cue.f1)}`
    )
  )
}
