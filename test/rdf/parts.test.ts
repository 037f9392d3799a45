/** The graph written in parts is the graph written at once. */
import { expect, test } from 'vitest'
import {
  articlePartQuads,
  closingParts,
  closingQuads,
  framesOf,
  type GraphOptions,
  graphFiles,
  graphQuads,
  joint,
  partWriter,
  slicesOf,
  writeJsonld,
  writeNQuads,
  writeTrig,
  writeTurtle
} from '../../src/rdf/index.js'
import { fixture } from './fixture.js'

const ways: GraphOptions[] = [{}, { base: 'https://a.example/' }, { rdf12: true }]

test.each(ways)('with %j', (options) => {
  const { records, resolution } = fixture()
  const whole = [...graphQuads({ records, resolution }, options)]
  const written = {
    'graph.ttl': [...writeTurtle(whole, options)].join(''),
    'graph.trig': [...writeTrig(whole, options)].join(''),
    'graph.nq': [...writeNQuads(whole)].join(''),
    'graph.jsonld': [...writeJsonld(whole, options)].join('')
  }
  const ordered = [...records].sort((a, b) => (a.article.id < b.article.id ? -1 : 1))
  const recordOf = (id: string) => records.find(({ article }) => article.id === id)
  const sliceOf = slicesOf(resolution, recordOf, options)
  const write = partWriter(options)
  const parts = [
    ...ordered.map((record) => write(articlePartQuads(record, sliceOf(record.article.id), options))),
    ...[...closingParts(resolution)].map((part) => write(closingQuads(part, options)))
  ]
  const frames = framesOf(options)
  for (const file of graphFiles) {
    const joined = parts.map((part, i) => joint(file, i === 0) + part[file]).join('')
    expect(frames[file].head + joined + frames[file].tail).toBe(written[file])
  }
})
