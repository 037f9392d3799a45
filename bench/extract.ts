/**
 * How long `extract` takes in proportion to wink-nlp's `readDoc` alone on the same texts, in one run; articles a second; peak memory.
 * `npm run bench extract [FOLDER]` (default: seeds). Rounds of both alternate, and the fastest of each counts: other programs on the
 * machine can only make a round slower, and V8 goes on compiling ours for the first thousand articles. Times are of the processor, so
 * that a busy machine changes them little. What is measured is what is shipped (`npm run build` first): tsx runs sources with a call
 * more for every function that is made, which costs ours a third more and wink-nlp, which it leaves alone, nothing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { figure } from './figures.js'

const built = new URL('../dist/index.js', import.meta.url)
if (!existsSync(built)) throw new Error('there is no dist: npm run build first')
const {
  articleOf,
  defaultGazetteer,
  extract: extractArticle
} = (await import(built.href)) as typeof import('../src/index.js')

const folder = process.argv[2] ?? 'seeds'
const rounds = 20
const least = 100

const files = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort()
if (files.length === 0) throw new Error(`no .txt files in ${folder}`)
const read = files.map((file) => articleOf(readFileSync(join(folder, file), 'utf8'), file, {}))
const articles = Array.from({ length: Math.ceil(least / read.length) }, () => read).flat()
const tokensAndTags = winkNLP(model, ['sbd', 'pos'])
const everything = winkNLP(model)

const runs = [
  { name: 'wink-nlp readDoc, sentences and parts of speech', run: (text: string) => void tokensAndTags.readDoc(text) },
  { name: 'wink-nlp readDoc, all its annotations', run: (text: string) => void everything.readDoc(text) }
]
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const best = new Map<string, number>()
const measure = (name: string, work: () => void): void => {
  const began = cpu()
  work()
  best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, cpu() - began))
}
const gazetteer = defaultGazetteer()
for (let round = 0; round < rounds; round++) {
  for (const { name, run } of runs)
    measure(name, () => {
      for (const { text } of articles) run(text)
    })
  measure('extract', () => {
    for (const article of articles) extractArticle(article, { gazetteer })
  })
}
const extract = best.get('extract') ?? 0
for (const { name } of runs) {
  const alone = best.get(name) ?? 0
  figure(`extract beside ${name}`, extract / alone, 'times')
}
figure('extract, articles of this folder', (articles.length / extract) * 1000, 'a second of one core')
figure('peak memory', process.resourceUsage().maxRSS / 1024, 'MB')
