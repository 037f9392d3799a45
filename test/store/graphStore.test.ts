import { describe, expect, it } from 'vitest'
import { graphQuads, writeTrig } from '../../src/rdf/index.js'
import { type Answer, formatAnswer, GraphStore, plainText, writeTable } from '../../src/store/index.js'
import { fixture } from '../rdf/fixture.js'

const store = new GraphStore([
  { text: [...writeTrig(graphQuads(fixture()))].join(''), format: 'trig', name: 'fixture' }
])

function column(answer: Answer, name: string): string[] {
  return answer.kind === 'rows' ? answer.rows.map((row) => plainText(row[name])) : []
}

const odd = new GraphStore([
  {
    text: '<http://a/s> <http://a/p> "a,\\"b\\"\\n\\u0007" , "ü"@en , 3 , <http://a/o> . <http://a/t> <http://a/q> _:b .',
    format: 'turtle',
    name: 'odd'
  }
])

describe('GraphStore', () => {
  it('answers from the default graph, from a named one, and from all together', () => {
    const roles = 'PREFIX hs: <https://w3id.org/hearsay/ns#> SELECT ?title { ?who hs:roleTitle ?title } ORDER BY ?title'
    const relations = 'PREFIX hs: <https://w3id.org/hearsay/ns#> SELECT ?who { ?who hs:near ?where }'
    expect(column(store.ask({ query: relations }), 'who')).toEqual([])
    expect(column(store.ask({ query: relations, union: true }), 'who')).toEqual([
      'https://w3id.org/hearsay/id/entity/tide-column'
    ])
    const graphs = column(store.ask({ query: 'SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }' }), 'g')
    expect(graphs).toHaveLength(3)
    const narration = graphs.filter((graph) => graph.endsWith('#narration'))
    expect(column(store.ask({ query: roles, defaultGraphs: narration }), 'title')).toEqual(['mayor'])
    expect(store.ask({ query: 'ASK { GRAPH ?g { ?s ?p ?o } }', defaultGraphs: narration })).toMatchObject({
      value: false
    })
    expect(store.ask({ query: 'ASK { ?s ?p ?o }', namedGraphs: narration })).toMatchObject({ value: false })
  })

  it('says when there was more than the limit, and keeps a smaller limit of the query', () => {
    const ask = (query: string, limit: number) => store.ask({ query, limit })
    expect(ask('SELECT * { ?s ?p ?o }', 7)).toMatchObject({ cut: true, rows: { length: 7 } })
    expect(ask('SELECT * { ?s ?p ?o } LIMIT 7', 7)).toMatchObject({ cut: false, rows: { length: 7 } })
    expect(ask('CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }', 7)).toMatchObject({ cut: true, lines: { length: 7 } })
    expect(ask('ASK { ?s ?p ?o }', 7)).toMatchObject({ cut: false, value: true })
  })

  it.each([
    ['INSERT DATA { <http://a/> <http://a/> <http://a/> }', 'malformed'],
    ['LOAD <http://127.0.0.1:1/>', 'malformed'],
    ['SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }', 'usage'],
    ['SELECT * {', 'malformed'],
    ['SELECT * { <no iri> ?p ?o }', 'malformed']
  ])('refuses %s', (query, code) => {
    const size = store.size
    expect(() => store.ask({ query })).toThrow(expect.objectContaining({ code }))
    expect(store.size).toBe(size)
  })

  it('names the file that is no RDF', () => {
    expect(() => new GraphStore([{ text: 'nonsense', format: 'trig', name: 'x.trig' }])).toThrow(
      expect.objectContaining({ code: 'malformed', input: 'x.trig' })
    )
  })
})

describe('formatAnswer', () => {
  const rows = odd.ask({ query: 'SELECT ?o ?none { <http://a/s> ?p ?o } ORDER BY ?o' })
  const yes = odd.ask({ query: 'ASK {}' })
  const graph = odd.ask({ query: 'CONSTRUCT { ?s ?p ?o } { ?s ?p ?o . FILTER(?p = <http://a/p>) }' })

  it('writes rows as the four forms of SPARQL 1.1 have them', () => {
    expect(formatAnswer(rows, 'text/csv')).toBe('o,none\r\nhttp://a/o,\r\n3,\r\n"a,""b""\n\u0007",\r\nü,\r\n')
    expect(formatAnswer(rows, 'text/tab-separated-values')).toBe(
      '?o\t?none\n<http://a/o>\t\n"3"^^<http://www.w3.org/2001/XMLSchema#integer>\t\n"a,\\"b\\"\\n\u0007"\t\n"ü"@en\t\n'
    )
    expect(JSON.parse(formatAnswer(rows, 'application/sparql-results+json'))).toEqual({
      head: { vars: ['o', 'none'] },
      results: {
        bindings: [
          { o: { type: 'uri', value: 'http://a/o' } },
          { o: { type: 'literal', value: '3', datatype: 'http://www.w3.org/2001/XMLSchema#integer' } },
          { o: { type: 'literal', value: 'a,"b"\n\u0007' } },
          { o: { type: 'literal', value: 'ü', 'xml:lang': 'en' } }
        ]
      }
    })
    const xml = formatAnswer(rows, 'application/sparql-results+xml')
    expect(xml).toContain('<variable name="o"/><variable name="none"/>')
    expect(xml).toContain('<literal>a,&#34;b&#34;\n\ufffd</literal>')
    expect(xml).toContain('<literal xml:lang="en">ü</literal>')
  })

  it('writes yes and no', () => {
    expect(formatAnswer(yes, 'application/sparql-results+json')).toBe('{"head":{},"boolean":true}\n')
    expect(formatAnswer(yes, 'application/sparql-results+xml')).toContain('<boolean>true</boolean>')
    expect(formatAnswer(yes, 'text/csv')).toBe('true\r\n')
  })

  it('writes triples in forms that are read back as the same', () => {
    const lines = graph.kind === 'triples' ? [...graph.lines].sort() : []
    expect(lines).toHaveLength(4)
    for (const [type, format] of [
      ['text/turtle', 'turtle'],
      ['application/n-triples', 'nquads'],
      ['application/trig', 'trig']
    ] as const) {
      const again = new GraphStore([{ text: formatAnswer(graph, type), format, name: type }])
      const told = again.ask({ query: 'CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }' })
      expect(told.kind === 'triples' ? [...told.lines].sort() : [], type).toEqual(lines)
    }
    expect(JSON.parse(formatAnswer(graph, 'application/ld+json'))[0]['@id']).toBe('http://a/s')
    expect(formatAnswer(graph, 'application/rdf+xml')).toContain('rdf:about="http://a/s"')
    expect(() => formatAnswer(graph, 'text/csv')).toThrow('text/csv')
    expect(() => formatAnswer(rows, 'text/turtle')).toThrow('text/turtle')
  })

  it('declares the prefixes that Turtle uses and no others', () => {
    const answer = store.ask({ query: 'CONSTRUCT { ?s ?p ?o } { ?s ?p ?o ; a <https://schema.org/Person> }' })
    const turtle = formatAnswer(answer, 'text/turtle')
    expect(turtle.match(/@prefix \w+/g)).toEqual(['@prefix hs', '@prefix schema', '@prefix skos', '@prefix entity'])
  })
})

describe('writeTable', () => {
  const printable = (text: string) => text.replaceAll('\u001b', '\\e')
  const row = (a: string, b: string) => ({ a: { type: 'literal', value: a }, b: { type: 'uri', value: b } }) as const

  it('aligns columns and shortens what has a prefix', () => {
    expect(
      writeTable(['a', 'b'], [row('two  lines\nhere', 'http://x/one')], { printable, prefixes: { x: 'http://x/' } })
    ).toBe('a               b\n──────────────  ─────\ntwo lines here  x:one\n')
  })

  it('fits the terminal, also with wide characters and none that steer it', () => {
    const table = writeTable(['a', 'b'], [row('字字字字字字字字字字', '\u001b[31mred and more than fits')], {
      printable,
      prefixes: {},
      width: 24
    })
    expect(table).toBe(
      [
        'a            b',
        '───────────  ───────────',
        '字字字字字   \\e[31mred',
        '字字字字字   and more',
        '             than fits',
        ''
      ].join('\n')
    )
  })

  it('ends a cell of many lines with a mark, and breaks a word that is wider than its column', () => {
    const table = writeTable(['a', 'b'], [row('one word '.repeat(20), 'abcdefghijklmnopqrstuvwxyz')], {
      printable,
      prefixes: {},
      width: 22
    })
    const lines = table.trimEnd().split('\n').slice(2)
    expect(lines).toHaveLength(6)
    expect(lines.at(-1)).toBe('one word…')
    expect(lines.map((line) => line.slice(12)).join('')).toBe('abcdefghijklmnopqrstuvwxyz')
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(22)
  })
})

describe('a query that cannot be read', () => {
  const store = new GraphStore([])
  it.each([
    ['SELECT * {\n  ?s foo:bar ?o }', 'line 2, column 13, after "?s foo:bar": the prefix foo: is not declared'],
    ['SELECT * { ?s ?p }', 'line 1, column 19, after "SELECT * { ?s ?p }": the query cannot go on like this'],
    ['SELECT ?a (COUNT(?b) AS ?n) { ?a ?p ?b }', /: the SELECT contains a variable that is unbound$/]
  ])('%s', (query, message) => {
    expect(() => store.ask({ query })).toThrow(message)
  })
})
