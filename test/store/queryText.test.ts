import { describe, expect, it } from 'vitest'
import { readQueryText } from '../../src/store/index.js'

describe('readQueryText', () => {
  it.each([
    ['SELECT * { ?s ?p ?o }', 'select'],
    ['# SELECT\nPREFIX ask: <http://a/select#> ASK { ask:select ask:b "select" }', 'ask'],
    ['PREFIX select: <http://a/> BASE <http://ask/> construct { ?s ?p ?o } where { ?s ?p ?o }', 'construct'],
    ['DESCRIBE <http://a/>', 'describe'],
    ['INSERT DATA { <a:a> <a:b> "select" }', null],
    ['', null],
    ['SELEC', null]
  ])('finds the form of %s', (query, form) => {
    expect(readQueryText(query).form).toBe(form)
  })

  it.each([
    ['SELECT * { SERVICE <http://a/> { ?s ?p ?o } }', true],
    ['SELECT * { service silent ?x { ?s ?p ?o } }', true],
    ['SELECT * { GRAPH ?g{SERVICE<http://a/>{?s ?p ?o}} }', true],
    ['SELECT ?service { ?service <http://a/service> "SERVICE" } # SERVICE', false],
    ['PREFIX service: <http://a/> SELECT * { service:a a:service """ SERVICE """ }', false]
  ])('sees whether %s calls another server', (query, calls) => {
    expect(readQueryText(query).callsService).toBe(calls)
  })

  it.each([
    ['SELECT * { ?s ?p ?o }', 'SELECT * { ?s ?p ?o }\nLIMIT 5\n'],
    ['SELECT * { ?s ?p ?o } # end', 'SELECT * { ?s ?p ?o } # end\nLIMIT 5\n'],
    ['SELECT * { ?s ?p ?o } LIMIT 3', 'SELECT * { ?s ?p ?o } LIMIT 3'],
    ['SELECT * { ?s ?p ?o } limit 3000 OFFSET 2', 'SELECT * { ?s ?p ?o } limit 5 OFFSET 2'],
    ['SELECT * { { SELECT * { ?s ?p ?o } LIMIT 9 } }', 'SELECT * { { SELECT * { ?s ?p ?o } LIMIT 9 } }\nLIMIT 5\n'],
    ['SELECT * { VALUES ?x { 1 } } VALUES ?x { 1 }', 'SELECT * { VALUES ?x { 1 } } \nLIMIT 5\nVALUES ?x { 1 }'],
    ['SELECT * { ?s ?p "} LIMIT 2 #" }', 'SELECT * { ?s ?p "} LIMIT 2 #" }\nLIMIT 5\n']
  ])('limits %s', (query, limited) => {
    expect(readQueryText(query).limitedTo(5)).toBe(limited)
  })

  it('reads a hostile megabyte in a moment', () => {
    for (const piece of ['"""\\"', "'", '{', '<a', '#', ':', '"\\', 'a:', '\\', '<<(', "'''\"", '""']) {
      const started = performance.now()
      readQueryText(piece.repeat(200_000 / piece.length))
      expect(performance.now() - started, piece).toBeLessThan(2000)
    }
  })
})
