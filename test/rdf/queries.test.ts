/** Every question has a title and an answer on the sample, in stores whose default graph is the union of all and in those where it is not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { GraphStore } from '../../src/store/index.js'
import { answerOf, expectedAnswer, expectedFile, questions } from './questions.js'

const all = questions()
const store = new GraphStore([{ text: readFileSync('out/graph.trig'), format: 'trig', name: 'out/graph.trig' }])

describe('the questions', () => {
  test('are many and short, each with a title', () => {
    expect(all.length).toBeGreaterThanOrEqual(15)
    for (const { name, title, query } of all) {
      expect([name, title.length > 20]).toEqual([name, true])
      const lines = query.split('\n').filter((line) => line !== '' && !/^(#|PREFIX)/.test(line))
      expect([name, lines.length <= 12]).toEqual([name, true])
    }
  })

  test('have an answer each that is not empty, and no answer is without its question', () => {
    for (const { name } of all) expect([name, expectedAnswer(name).split('\n').length > 2]).toEqual([name, true])
    const answers = readdirSync('ontology/queries').filter((file) => file.endsWith('.expected.csv'))
    expect(answers.sort()).toEqual(all.map(({ name }) => `${name}.expected.csv`).sort())
    for (const { name } of all) expect(existsSync(expectedFile(name))).toBe(true)
  })

  test.each(all)('$name: $title', ({ name, query }) => {
    expect(answerOf(store, query, false)).toBe(expectedAnswer(name))
    expect(answerOf(store, query, true)).toBe(expectedAnswer(name))
  })
})
