/** A folder of PolNeAR → its articles as pages, with the tokens of each annotated source, cue and content. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toUtf16 } from '../../src/evaluate/attributions.js'
import { type Attribution, articleNameOf, type Pair, readBrat } from '../../src/evaluate/brat.js'
import { type Prose, readProse } from '../../src/language/index.js'
import type { Token } from '../../src/model.js'
import { mapOffsets } from '../../src/offsets.js'
import { type CueLexicon, keyOf, priorOf } from '../../src/tagger/lexicon.js'
import { type Page, readPage } from '../../src/tagger/page.js'
import { classOf } from '../../src/tagger/partsOfSpeech.js'
import { articleOf } from './names.js'

/** Token numbers, ascending. */
export interface GoldTokens {
  readonly source: readonly number[]
  readonly cue: readonly number[]
  readonly content: readonly number[]
}

export interface Annotated {
  readonly doc: string
  readonly text: string
  readonly prose: Prose
  /** In code points, by the first annotator in the order of names. */
  readonly attributions: readonly Attribution[]
}

export interface TrainingArticle extends Annotated {
  readonly page: Page
  readonly gold: readonly GoldTokens[]
}

/** Articles of a folder with `text` and `attributions`, in the order of their names. */
export function readAnnotated(folder: string): Annotated[] {
  const files = new Map<string, string>()
  for (const file of readdirSync(join(folder, 'attributions')).sort()) {
    const doc = articleNameOf(file)
    if (file.endsWith('.ann') && !files.has(doc)) files.set(doc, file)
  }
  return [...files].map(([doc, file]) => {
    const text = readFileSync(join(folder, 'text', `${doc}.txt`), 'utf8')
    const attributions = readBrat(readFileSync(join(folder, 'attributions', file), 'utf8'))
    return { doc, text, prose: readProse(articleOf(doc, text)), attributions }
  })
}

export function toTraining(article: Annotated, page: Page): TrainingArticle {
  const map = mapOffsets(article.text)
  const gold = article.attributions.map((attribution): GoldTokens => {
    const { source, cue, content } = toUtf16(attribution, map.toUtf16)
    return {
      source: tokensIn(page.tokens, source),
      cue: tokensIn(page.tokens, cue),
      content: tokensIn(page.tokens, content)
    }
  })
  return { ...article, page, gold }
}

function tokensIn(tokens: readonly Token[], spans: readonly Pair[]): number[] {
  const found = new Set<number>()
  for (const [start, end] of spans) {
    let low = 0
    let high = tokens.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((tokens[middle]?.end ?? 0) > start) high = middle
      else low = middle + 1
    }
    for (let i = low; i < tokens.length && (tokens[i]?.start ?? 0) < end; i++) found.add(i)
  }
  return [...found].sort((a, b) => a - b)
}

/**
 * Pages of the articles to learn from, and the lexicon that goes with the model. Each page's priors are counted without its own
 * article, or they would promise more than they keep.
 */
export function readTraining(
  articles: readonly Annotated[],
  senses: ReadonlyMap<number, number>
): { readonly articles: TrainingArticle[]; readonly lexicon: CueLexicon } {
  const none: CueLexicon = { priors: new Map(), senses }
  const read = articles.map((article) => toTraining(article, readPage(article.prose, none)))
  const counts = read.map(countLemmas)
  const all = new Map<number, Count>()
  for (const count of counts) {
    for (const [key, own] of count) {
      const sum = all.get(key)
      if (sum === undefined) all.set(key, { ...own })
      else {
        sum.seen += own.seen
        sum.inCue += own.inCue
      }
    }
  }
  read.forEach(({ page }, d) => {
    for (let i = 0; i < page.length; i++) {
      const key = lemmaKey(page, i)
      const sum = all.get(key)
      const own = counts[d]?.get(key)
      page.prior[i] = priorOf((sum?.inCue ?? 0) - (own?.inCue ?? 0), (sum?.seen ?? 0) - (own?.seen ?? 0))
    }
  })
  const priors = new Map<number, number>()
  for (const [key, { seen, inCue }] of all) {
    const prior = priorOf(inCue, seen)
    if (prior > 0) priors.set(key, prior)
  }
  return { articles: read, lexicon: { priors, senses } }
}

interface Count {
  seen: number
  inCue: number
}

const lemmaKey = (page: Page, i: number): number => keyOf(page.lemma[i] ?? 0, classOf(page.pos[i] ?? 0))

function countLemmas({ page, gold }: TrainingArticle): Map<number, Count> {
  const cues = new Set(gold.flatMap((each) => each.cue))
  const counts = new Map<number, Count>()
  for (let i = 0; i < page.length; i++) {
    const key = lemmaKey(page, i)
    let count = counts.get(key)
    if (count === undefined) {
      count = { seen: 0, inCue: 0 }
      counts.set(key, count)
    }
    count.seen++
    if (cues.has(i)) count.inCue++
  }
  return counts
}
