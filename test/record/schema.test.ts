/** What `extract` and `build` write is what ontology/record.schema.json says. */
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { build, recordLine } from '../../src/index.js'
import { readText } from '../../src/read/index.js'

const schema = JSON.parse(readFileSync(new URL('../../ontology/record.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ allErrors: true }).compile(schema)
const texts = ['../../seeds/', '../golden/'].flatMap((folder) => {
  const url = new URL(folder, import.meta.url)
  const names = readdirSync(url).filter((name) => name.endsWith('.txt'))
  return names.map((name) => readText(new Uint8Array(readFileSync(new URL(name, url))), name))
})

test.each(build(texts).records.map((record) => [record.article.doc, recordLine(record)]))('%s', (_, line) => {
  validate(JSON.parse(line))
  expect(validate.errors ?? []).toEqual([])
})

test('a record with a field too many, a wrong act or an offset below zero is none', () => {
  const [record] = build([{ name: 'a', text: 'The mayor, Ana Reis, denied it.' }]).records
  const line = record === undefined ? '{}' : recordLine(record)
  for (const change of [
    (value: string) => value.replace('"act":"deny"', '"act":"lie"'),
    (value: string) => value.replace('"doc":', '"more":1,"doc":'),
    (value: string) => value.replace(/"start":\d+/, '"start":-1')
  ]) {
    expect(validate(JSON.parse(line))).toBe(true)
    expect(validate(JSON.parse(change(line)))).toBe(false)
  }
})
