/**
 * A folder's files and the articles → every difference between what the files say is written and what is written. Each format is
 * read by a reader that does not know how it was written.
 */
import type { Quad } from '@rdfjs/types'
import { evidenceIn, type GraphFormat, replaceInvalid } from '../formats/index.js'
import type { Article } from '../model.js'
import { evidenceOf, type QuadFormat, readJsonld, readQuads, validateShapes } from '../rdf/index.js'
import type { Evidence } from './evidence.js'
import { evidenceOfRecord, frameOf, parseLines, type RecordFrame } from './records.js'
import { type Difference, type FileCheck, firstDifference, type VerifyReport } from './report.js'
import { evidenceOfCopies, evidenceOfIdentity, missingStatements } from './resolution.js'
import { Sources } from './sources.js'

export interface NamedText {
  readonly name: string
  readonly text: string
}

const graphFormats: Readonly<Record<string, GraphFormat>> = {
  'graph.graphml': 'graphml',
  'graph.gexf': 'gexf',
  'edges.csv': 'csv',
  'actors.graphml': 'graphml',
  'actors.gexf': 'gexf',
  'actors-edges.csv': 'csv'
}

const quadFormats: Readonly<Record<string, QuadFormat>> = {
  'graph.ttl': 'turtle',
  'graph.trig': 'trig',
  'graph.nq': 'nquads'
}

/** Names of the files that `verify` checks; it leaves others alone. */
export const verifiable: readonly string[] = [
  'records.ndjson',
  'claims.ndjson',
  'copies.ndjson',
  'identity.tsv',
  ...Object.keys(quadFormats),
  'graph.jsonld',
  ...Object.keys(graphFormats)
]

/** @example (await verify(files, articles)).exact // true */
export async function verify(files: Iterable<NamedText>, articles: Iterable<Article>): Promise<VerifyReport> {
  const checker = new Checker(new Sources(articles))
  const ordered = [...files].sort((a, b) => verifiable.indexOf(a.name) - verifiable.indexOf(b.name))
  for (const file of ordered) if (verifiable.includes(file.name)) await checker.check(file)
  return checker.report()
}

class Checker {
  readonly #sources: Sources
  readonly #frames = new Map<string, RecordFrame>()
  readonly #files: FileCheck[] = []
  readonly #differences: Difference[] = []
  #file = ''
  #checked = 0

  constructor(sources: Sources) {
    this.#sources = sources
  }

  async check({ name, text }: NamedText): Promise<void> {
    this.#file = name
    this.#checked = 0
    const before = this.#differences.length
    try {
      if (name === 'records.ndjson') this.#records(text)
      else if (name === 'claims.ndjson') this.#claims(text)
      else if (name === 'copies.ndjson') this.#each(evidenceOfCopies(text, this.#byDoc()))
      else if (name === 'identity.tsv') this.#each(evidenceOfIdentity(text), asCell)
      else if (quadFormats[name]) await this.#quads(readQuads(text, quadFormats[name]), name)
      else if (name === 'graph.jsonld') await this.#quads(await readJsonld(text), name)
      else if (graphFormats[name]) this.#each(evidenceIn(graphFormats[name], text), replaceInvalid)
    } catch (error) {
      this.#differ('', `it cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    }
    this.#files.push({ file: name, checked: this.#checked, differences: this.#differences.length - before })
  }

  report(): VerifyReport {
    const checked = this.#files.reduce((sum, file) => sum + file.checked, 0)
    const exact = this.#differences.length === 0 && checked > 0
    return { exact, checked, files: this.#files, differences: this.#differences }
  }

  #records(text: string): void {
    for (const line of parseLines(text)) {
      const frame = frameOf(line)
      this.#frames.set(frame.id, frame)
      const source = this.#sources.find(frame.id, frame.doc)
      if (source !== undefined) {
        if (source.article.sha256 !== frame.sha256) {
          this.#differ(frame.doc, `its bytes have changed since: their SHA-256 is now ${source.article.sha256}`)
        }
        if (source.article.text !== frame.text) {
          this.#differ(frame.doc, firstDifference(frame.text, source.article.text))
        }
      }
      this.#each(evidenceOfRecord(line))
    }
  }

  #claims(text: string): void {
    const known = new Set([...this.#frames.values()].flatMap((frame) => frame.statements))
    const { checked, missing } = missingStatements(text, known)
    this.#checked += checked
    for (const { claim, statement } of missing) this.#differ(claim, `its statement ${statement} is in no record`)
  }

  async #quads(quads: readonly Quad[], name: string): Promise<void> {
    this.#each(
      (function* (): Iterable<Evidence> {
        for (const { articleIri, doc, start, end, quote, where } of evidenceOf(quads)) {
          yield { article: articleIri, doc, sentence: null, start, end, quote, where }
        }
      })(),
      (words) => words.replace(/\p{Cs}/gu, '\ufffd')
    )
    if (name !== 'graph.ttl') return
    const { results } = await validateShapes(quads)
    for (const { focus, message } of results) this.#differ(focus, message)
  }

  /** @param written what a format makes of the article's words, where it cannot hold all characters */
  #each(evidence: Iterable<Evidence>, written: (words: string) => string = (words) => words): void {
    for (const each of evidence) {
      this.#checked++
      const source = this.#sources.find(each.article, each.doc)
      if (source === undefined) {
        this.#differ(each.where, `the article ${each.doc ?? each.article} is not among the sources`)
        continue
      }
      const words = source.slice(each.start, each.end)
      if (words === null) {
        this.#differ(each.where, `${each.doc ?? each.article} has no characters ${each.start} to ${each.end}`)
      } else if (written(words) !== each.quote) {
        this.#differ(each.where, `${source.article.doc}: ${firstDifference(each.quote, written(words))}`)
      } else if (!this.#inSentence(source.article.id, each)) {
        this.#differ(each.where, `${source.article.doc}: it is not in sentence ${each.sentence}`)
      }
    }
  }

  #inSentence(article: string, { sentence, start, end }: Evidence): boolean {
    const frame = this.#frames.get(article)
    if (sentence === null || frame === undefined) return true
    const span = frame.sentences[sentence]
    return span !== undefined && span[0] < end && start < span[1]
  }

  #byDoc(): ReadonlyMap<string, RecordFrame> {
    return new Map([...this.#frames.values()].map((frame) => [frame.doc, frame]))
  }

  #differ(where: string, message: string): void {
    this.#differences.push({ file: this.#file, where, message })
  }
}

/** A cell of a table holds no tabs or line breaks: each run of them is a space. */
const asCell = (words: string): string => words.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ')
