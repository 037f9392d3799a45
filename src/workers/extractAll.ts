/** Articles → their records as lines, in the order of the articles, by several threads; what the cache has is not extracted again. */
import { createHash } from 'node:crypto'
import type { Cache } from '../files/index.js'
import { buildId } from '../generated/version.js'
import type { Article } from '../model.js'
import { type ExtractSettings, extractor } from './extractor.js'
import { mapInThreads } from './pool.js'

export interface ExtractAllOptions {
  readonly settings: ExtractSettings
  readonly jobs: number
  readonly cache?: Cache | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Extracted {
  readonly article: Article
  readonly line: string
  /** Whether the line came from the cache. */
  readonly cached: boolean
}

interface Slot {
  readonly article: Article
  readonly key: string
  readonly cached: string | undefined
}

/** A task is as many articles as have about so many characters: small enough to share out, large enough to be worth a message. */
const charactersPerTask = 40_000

/**
 * As `extractEach`, by several threads and with a cache. Holds some articles a thread at a time, however many there are.
 *
 * @throws what reading the articles throws, HearsayError `aborted`, or `internal` where a thread ended by itself
 * @example for await (const { line } of extractAll(articles, { settings: { gazetteer: [] }, jobs: 4 })) spool.put(…)
 */
export async function* extractAll(
  articles: Iterable<Article> | AsyncIterable<Article>,
  { settings, jobs, cache, signal }: ExtractAllOptions
): AsyncIterable<Extracted> {
  const sent: Slot[][] = []
  const keyOf = keysFor(settings)
  async function* tasks(): AsyncIterable<Article[]> {
    for await (const slots of inBatches(articles, (article): Slot => {
      const key = cache === undefined ? '' : keyOf(article)
      return { article, key, cached: cache?.get(key) }
    })) {
      sent.push(slots)
      yield slots.filter((slot) => slot.cached === undefined).map((slot) => slot.article)
    }
  }
  let here: ReturnType<typeof extractor> | undefined
  const results = mapInThreads<Article[], string[]>(tasks(), {
    worker: new URL('./extractWorker.js', import.meta.url),
    settings,
    jobs,
    here: (batch) => {
      here ??= extractor(settings)
      return here(batch)
    },
    signal
  })
  for await (const lines of results) {
    let next = 0
    for (const { article, key, cached } of sent.shift() ?? []) {
      const line = cached ?? lines[next++] ?? ''
      if (cached === undefined) cache?.put(key, line)
      yield { article, line, cached: cached !== undefined }
    }
  }
}

async function* inBatches<Item>(
  articles: Iterable<Article> | AsyncIterable<Article>,
  made: (article: Article) => Item
): AsyncIterable<Item[]> {
  let batch: Item[] = []
  let characters = 0
  for await (const article of articles) {
    batch.push(made(article))
    characters += article.text.length
    if (characters < charactersPerTask) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}

/** Everything that a record depends on: the program, its settings, and all that is known of the article. */
function keysFor(settings: ExtractSettings): (article: Article) => string {
  const program = JSON.stringify([buildId, settings])
  return (article) => createHash('sha256').update(program).update('\0').update(JSON.stringify(article)).digest('hex')
}
