/** A thousand queries that no honest client sends, the same ones every time: what they try, and the query. */

export interface Hostile {
  readonly kind: 'update' | 'service' | 'endless' | 'huge' | 'malformed' | 'deep' | 'odd'
  readonly query: string
}

/** @param trap the address of a listener that must hear nothing */
export function hostileQueries(count: number, trap: string): Hostile[] {
  const random = sequence(20240305)
  const kinds = Object.keys(makers) as (keyof typeof makers)[]
  return Array.from({ length: count }, (_, i) => {
    // The endless ones are the costly ones: each holds a thread to its limit.
    const kind = i % 20 === 0 ? 'endless' : (kinds[random(kinds.length)] ?? 'odd')
    return { kind, query: makers[kind](random, trap) }
  })
}

type Random = (below: number) => number

/** A small generator with a fixed start: numbers from 0 to below. */
function sequence(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function pick(random: Random, ...choices: readonly string[]): string {
  return choices[random(choices.length)] ?? ''
}

const iri = (random: Random): string => `<http://h.example/${random(9)}>`

const makers = {
  update: (random: Random, trap: string): string =>
    pick(
      random,
      `INSERT DATA { ${iri(random)} ${iri(random)} "written" }`,
      `INSERT { ?s ?p "written" } WHERE { ?s ?p ?o }`,
      'DELETE WHERE { ?s ?p ?o }',
      'CLEAR ALL',
      'DROP SILENT ALL',
      `CREATE GRAPH ${iri(random)}`,
      `LOAD <${trap}load> INTO GRAPH ${iri(random)}`,
      `LOAD SILENT <file:///etc/passwd>`,
      'COPY DEFAULT TO <http://h.example/copy>',
      `ASK {} ; INSERT DATA { ${iri(random)} ${iri(random)} 1 }`
    ),
  service: (random: Random, trap: string): string =>
    pick(
      random,
      `SELECT * { SERVICE <${trap}sparql> { ?s ?p ?o } }`,
      `SELECT * { SERVICE SILENT <${trap}sparql> { ?s ?p ?o } }`,
      `SELECT * { BIND(<${trap}x> AS ?e) SERVICE ?e { ?s ?p ?o } }`,
      `SELECT * FROM <${trap}graph.ttl> { ?s ?p ?o }`,
      `SELECT * FROM NAMED <${trap}graph.ttl> { GRAPH ?g { ?s ?p ?o } }`,
      `SELECT * { GRAPH <${trap}graph.ttl> { ?s ?p ?o } }`,
      `DESCRIBE <${trap}thing>`,
      `SELECT * { S\\u0045RVICE <${trap}sparql> { ?s ?p ?o } }`,
      `SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }`,
      `CONSTRUCT { ?s ?p ?o } { { SELECT * { SERVICE SILENT <${trap}sparql> { ?s ?p ?o } } } }`
    ),
  endless: (random: Random): string =>
    pick(
      random,
      `SELECT (COUNT(*) AS ?n) { ${patterns(4 + random(3))} }`,
      'SELECT (COUNT(*) AS ?n) { ?a (!<http://h.example/x>)* ?b . ?b (!<http://h.example/y>)* ?c . ?c (!<http://h.example/z>)+ ?d }',
      `SELECT * { ${patterns(4)} } ORDER BY ?o0 ?o1 ?o2`,
      `SELECT DISTINCT ?o0 ?o1 ?o2 ?o3 { ${patterns(4)} FILTER(?o0 = "no such thing") }`,
      `ASK { ${patterns(5)} FILTER(REGEX(CONCAT(STR(?o0), STR(?o1)), "(a+)+(b+)+$$")) FILTER(?o3 = "none") }`,
      `SELECT (GROUP_CONCAT(?o0) AS ?all) { ${patterns(3)} }`,
      `SELECT (MAX(STRLEN(CONCAT(STR(?o0), STR(?o1), STR(?o2)))) AS ?n) { ${patterns(4)} }`
    ),
  huge: (random: Random): string =>
    pick(
      random,
      'SELECT * { ?s ?p ?o . ?t ?q ?r }',
      'SELECT * { ?s ?p ?o } LIMIT 999999999999',
      'CONSTRUCT { ?s ?p ?o . ?t ?q ?r . ?s ?q ?r } { ?s ?p ?o . ?t ?q ?r }',
      'DESCRIBE *  { ?s ?p ?o }',
      `SELECT * { ?s ?p ?o ${doublings(10 + random(25))} }`,
      `SELECT (REPLACE(?v, ".", "$0$0$0$0$0$0$0$0") AS ?w) { ?s ?p ?o ${doublings(12)} BIND(?v12 AS ?v) }`,
      `SELECT * { VALUES ?x { ${'1 '.repeat(2000)} } VALUES ?y { ${'1 '.repeat(2000)} } }`,
      'SELECT * { ?s ?p ?o } OFFSET 18446744073709551616',
      `SELECT ${Array.from({ length: 500 }, (_, i) => `(?o AS ?o${i})`).join(' ')} { ?s ?p ?o }`
    ),
  malformed: (random: Random): string =>
    pick(
      random,
      '',
      ' '.repeat(1 + random(100)),
      '\u0000',
      'SELECT',
      'SELECT * {',
      'SELECT * { ?s ?p "unfinished',
      'SELECT * { ?s ?p """unfinished \\',
      'SELECT * { <a b> ?p ?o }',
      'SELECT ?x { } LIMIT -1',
      'SELECT * { ?s ?p ?o } LIMIT LIMIT 5',
      'PREFIX : <> SELECT * { :: ::: :::: }',
      '\ud800 SELECT * { ?s ?p ?o }',
      '"'.repeat(1000 + random(1000)),
      String.fromCharCode(...Array.from({ length: 300 }, () => random(0xd7ff)))
    ),
  deep: (random: Random): string => {
    const depth = 1000 + random(30_000)
    return pick(
      random,
      `SELECT * ${'{'.repeat(depth)}${'}'.repeat(depth)}`,
      `SELECT * { FILTER(${'('.repeat(depth)}1${')'.repeat(depth)}) }`,
      `SELECT * { FILTER(${'!'.repeat(depth)}true) }`,
      `SELECT * { ?s ${'^'.repeat(depth)}<http://h.example/> ?o }`,
      `SELECT * { ?s (${'('.repeat(depth)}<http://h.example/>${')*'.repeat(depth)}) ?o }`,
      `SELECT * { BIND(${'CONCAT('.repeat(depth)}"a"${')'.repeat(depth)} AS ?x) }`,
      `SELECT * { ?s ?p ${'[ ?q '.repeat(depth)} 1 ${']'.repeat(depth)} }`,
      `SELECT * { ${'{} UNION '.repeat(depth)} {} }`,
      `SELECT * { ${'OPTIONAL { '.repeat(depth)}${'}'.repeat(depth)} }`
    )
  },
  odd: (random: Random, trap: string): string =>
    pick(
      random,
      'SELECT (<http://h.example/exec>("rm -rf /") AS ?x) {}',
      `SELECT (IRI("${trap}") AS ?x) {}`,
      'SELECT (UUID() AS ?u) (RAND() AS ?r) (NOW() AS ?n) {}',
      'SELECT (1/0 AS ?x) (SUBSTR("abc", -99999999999, 99999999999) AS ?y) {}',
      'SELECT (STRDT("x", <http://www.w3.org/2001/XMLSchema#integer>) + 1 AS ?x) {}',
      `SELECT (REGEX("${'a'.repeat(5000)}", "(a*)*(a*)*b") AS ?x) {}`,
      `SELECT (REGEX("a", "${'(a{1,1000}){1,1000}'}") AS ?x) {}`,
      `SELECT (REPLACE("a", "${'['.repeat(500)}", "") AS ?x) {}`,
      'SELECT * { BIND("\u202e\u0007<script>alert(1)</script>" AS ?x) }',
      'SELECT (xsd:decimal("99999999999999999999999999999999999999") AS ?x) {}'
    )
} as const satisfies Record<Hostile['kind'], (random: Random, trap: string) => string>

function patterns(count: number): string {
  return Array.from({ length: count }, (_, i) => `?s${i} ?p${i} ?o${i} .`).join(' ')
}

/** Each string twice as long as the one before. */
function doublings(count: number): string {
  const steps = Array.from({ length: count }, (_, i) => `BIND(CONCAT(?v${i}, ?v${i}) AS ?v${i + 1})`)
  return `BIND("0123456789" AS ?v0) ${steps.join(' ')}`
}
