/** The whole training on a few sentences of our own: the same data gives the same bytes, and a model that finds what it was shown. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trainingOptions, trainModel } from '../../models/train/statements.js'
import { readProse } from '../../src/language/index.js'
import { ByteWriter, compress, decompress } from '../../src/learn/index.js'
import { findByTagger } from '../../src/tagger/index.js'
import { readStatementsModel, writeStatementsModel } from '../../src/tagger/model.js'
import { article } from '../article.js'

const people = ['Ana Reis', 'Omar Haddad', 'Rosa Holm', 'Petra Novak', 'Jonas Lund', 'Ilse Brandt']
const news = ['the bridge was safe', 'the road had been closed', 'two boats were late', 'nobody had called']

function annotatedFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'hearsay-train-'))
  const train = join(dir, 'polnear/train')
  mkdirSync(join(train, 'text'), { recursive: true })
  mkdirSync(join(train, 'attributions'))
  people.forEach((person, i) => {
    let text = ''
    const lines: string[] = []
    news.forEach((what, j) => {
      const start = text.length
      text += `${person} said that ${what}. It rained all day in Lund.\n\n`
      const said = start + person.length + 1
      const n = 3 * j
      lines.push(`T${n + 1}\tSource ${start} ${start + person.length}\t`, `T${n + 2}\tCue ${said} ${said + 4}\t`)
      lines.push(`T${n + 3}\tContent ${said + 10} ${said + 10 + what.length}\t`)
      lines.push(`E${j + 1}\tAttribution:T${n + 3} Content:T${n + 3} Cue:T${n + 2} Source:T${n + 1}`)
    })
    writeFileSync(join(train, `text/story${i}.txt`), text)
    writeFileSync(join(train, `attributions/story${i}_00aa.ann`), `${lines.join('\n')}\n`)
  })
  return dir
}

/** Everything as in earnest, but small. */
const small = {
  scout: { ...trainingOptions.scout, bits: 17, minimum: 3 },
  cues: { ...trainingOptions.cues, bits: 17, seeds: [1] },
  arguments: { ...trainingOptions.arguments, bits: 17, seeds: [1] },
  keeper: { ...trainingOptions.keeper, bits: 17, seeds: [1] }
}

test('training gives the same bytes each time, and a model that finds what it was shown', () => {
  const dir = annotatedFolder()
  const [first, again] = [trainModel(dir, small), trainModel(dir, small)].map(writeStatementsModel)
  if (first === undefined || again === undefined) throw new Error('nothing was trained')
  expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true)
  const text = 'Marta Keller said that the bridge was safe.'
  const [found] = findByTagger(readProse(article(text)), readStatementsModel(decompress(first)))
  expect(found?.cue.map((span) => text.slice(span.start, span.end))).toEqual(['said'])
}, 60_000)

test('weights of another version are refused with what to do', () => {
  const writer = new ByteWriter()
  writer.whole(1)
  expect(() => readStatementsModel(decompress(compress(writer)))).toThrow('build it again (npm run train)')
})
