/**
 * Time and memory of resolving 100, 1,000 and 10,000 articles, beside the time of their extraction:
 *
 *     npm run bench resolve [../shared/data/polnear/train/text] [100,1000,10000]
 *
 * The articles are PolNeAR's and varied copies of them: every third is a reprint with some words changed, the others tell of
 * other people and things (two words of five are replaced). Records are extracted once and varied as they are read, so
 * that what is measured is the resolver's own memory. Each size runs in a process of its own.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ArticleId, ArticleRecord, StatementId } from '../src/model.js'
import { extractArticle } from '../src/pipeline.js'
import { defaultGazetteer } from '../src/rdf/gazetteer.js'
import { articleOf } from '../src/read/index.js'
import { readRecord, recordLine } from '../src/record/index.js'
import { hashText, hex } from '../src/resolve/hash.js'
import { resolve } from '../src/resolve/index.js'
import { figure } from './figures.js'

const polnear = '../shared/data/polnear/train/text'
const [folder = existsSync(polnear) ? polnear : 'seeds', sizes = '100,1000,10000', file] = process.argv.slice(2)

if (file === undefined) {
  const scratch = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  const path = join(scratch, 'records.ndjson')
  const perArticle = extractAll(path)
  figure('extraction, on one core', perArticle, 'ms an article')
  for (const size of sizes.split(',')) {
    const script = fileURLToPath(import.meta.url)
    const args = [...process.execArgv, script, folder, size, path]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    const { seconds, varied, megabytes, claims, shared, copies, links } = JSON.parse(stdout)
    const own = seconds - varied
    const share = (100 * own) / ((perArticle * Number(size)) / 1000)
    const named = `${Number(size).toLocaleString('en-US')} articles`
    console.log(`${named}: ${claims} claims, ${shared} in several articles; ${copies} copies, ${links} links`)
    figure(`${named}, on one core`, (1000 * own) / Number(size), 'ms an article')
    figure(`${named}, of their extraction`, share, '%', { atMost: 100 })
    figure(`${named}, peak memory`, megabytes, 'MB', { atMost: 2000 })
  }
  rmSync(scratch, { recursive: true })
} else {
  const size = Number(sizes)
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const records: Iterable<ArticleRecord> = {
    *[Symbol.iterator]() {
      for (let i = 0; i < size; i++) {
        const line = lines[i % lines.length]
        if (line !== undefined) yield vary(readRecord(line), Math.floor(i / lines.length))
      }
    }
  }
  let at = performance.now()
  for (const _ of records);
  for (const _ of records);
  const varied = (performance.now() - at) / 1000
  at = performance.now()
  const { claims, copies } = resolve(records, { gazetteer: defaultGazetteer() })
  const seconds = (performance.now() - at) / 1000
  const shared = claims.filter((claim) => claim.articles.length > 1).length
  const links = claims.reduce((sum, claim) => sum + claim.links.length, 0)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(
    JSON.stringify({ seconds, varied, megabytes, claims: claims.length, shared, copies: copies.length, links })
  )
}

/** Milliseconds an article; the first few are left out, in which the compiler warms up. */
function extractAll(path: string): number {
  const lines: string[] = []
  const seen = new Set<string>()
  let spent = 0
  let timed = 0
  for (const [i, name] of readdirSync(folder).sort().entries()) {
    const published = /\d{4}-\d\d-\d\d/.exec(name)?.[0]
    const article = articleOf(readFileSync(join(folder, name), 'utf8'), name, {
      published,
      publisher: name.split('_')[0]
    })
    if (seen.has(article.id)) continue
    seen.add(article.id)
    const at = performance.now()
    lines.push(recordLine(extractArticle(article)))
    if (i < 50 && folder !== 'seeds') continue
    spent += performance.now() - at
    timed++
  }
  writeFileSync(path, `${lines.join('\n')}\n`)
  return spent / timed
}

/** The n-th variation; 0 is the record itself. Words keep their lengths, so that all places hold. */
function vary(record: ArticleRecord, n: number): ArticleRecord {
  if (n === 0) return record
  const old = record.article.id
  const digits = [0, 1, 2].map((seed) => hex(hashText(`${old} ${n}`, seed))).join('')
  const id: ArticleId = `article/${digits.slice(0, 20)}`
  const rename = (statement: StatementId): StatementId =>
    `${id}#statement=${statement.slice(statement.indexOf('=') + 1)}`
  const reprint = n % 3 === 0
  const text = record.article.text.replace(/\p{L}{4,}/gu, (word) => {
    const dice = hashText(reprint ? `${word} ${n} here` : `${word} ${n}`) % 10
    return dice < (reprint ? 1 : 4) ? shift(word, 1 + (n % 24)) : word
  })
  const day = new Date(Date.parse(record.article.published ?? '2016-01-01') + n * 24 * 60 * 60 * 1000)
  const names = new Map(record.mentions.map((each) => [each.entity, text.slice(each.start, each.end)]))
  return {
    ...record,
    article: {
      ...record.article,
      id,
      doc: `${record.article.doc}-${n}`,
      text,
      published: day.toISOString().slice(0, 10)
    },
    entities: record.entities.map((entity) =>
      reprint || entity.type === 'unnamed'
        ? entity
        : { ...entity, name: names.get(entity.id) ?? entity.name, otherNames: [] }
    ),
    statements: record.statements.map((statement) => ({
      ...statement,
      id: rename(statement.id),
      inside: statement.inside === null ? null : rename(statement.inside)
    })),
    relations: record.relations.map((relation) => ({
      ...relation,
      statement: relation.statement === null ? null : rename(relation.statement)
    }))
  }
}

function shift(word: string, by: number): string {
  return word.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + by) % 26)))
}
