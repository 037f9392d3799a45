/**
 * `ontology/*.ttl` and the questions → `ontology/README.md` and the picture of the classes beside it. `npm run ontology` writes them;
 * a test says when they are out of date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { graphQuads } from '../src/rdf/index.js'
import { fixture } from '../test/rdf/fixture.js'
import { classesPicture } from './ontologyPicture.js'
import { foreignTerms, type Ontology, readOntology, type Term } from './ontologyTerms.js'

export function ontologyFiles(): Readonly<Record<string, string>> {
  const ontology = readOntology('ontology/hearsay.ttl')
  const foreign = foreignTerms(graphQuads(fixture()))
  return { 'ontology/README.md': page(ontology, foreign), 'ontology/classes.svg': classesPicture(ontology, foreign) }
}

function page(ontology: Ontology, foreign: ReadonlyMap<string, ReadonlyMap<string, string | null>>): string {
  const { classes, properties, schemes } = ontology
  const sections = [
    `# ${ontology.title}`,
    '<!-- Made from the files of this folder by `npm run ontology`. -->',
    ontology.description,
    table(
      ['', ''],
      [
        ['Namespace', `\`${ontology.namespace}\`, prefix \`hs:\` (not registered yet)`],
        ['Version', `${ontology.version}, \`${ontology.versionIri}\``],
        ['Licence', ontology.licence]
      ]
    ),
    '![The classes and what leads from one to another](classes.svg)',
    'The default graph asserts only what Hearsay itself did: this article has this sentence, this statement gives this content to this source. What somebody claims stands in the named graph of the statement, whose name is the statement’s IRI; in plain Turtle it is only reified, as an `hs:Relation`.',
    '## Files',
    files(),
    '## Classes',
    ...classes.map((each) => entry(each, rowsOfClass(each, properties))),
    '## Properties',
    ...properties.map((each) => entry(each, rowsOfProperty(each))),
    '## Terms of others',
    'They are used as their own vocabularies define them.',
    table(
      ['Of', 'has'],
      [...foreign].sort().map(([name, terms]) => [code(name), [...terms.keys()].sort().map(code).join(', ')])
    ),
    '## Schemes',
    ...schemes.map(
      (scheme) =>
        `### hs:${scheme.name}\n\n${scheme.definition}\n\n${table(
          ['Concept', 'Meaning', 'Example'],
          scheme.concepts.map(({ name, definition, example }) => [`\`hs:${name}\``, definition, example])
        )}`
    ),
    '## Questions',
    'Each is a SPARQL query that works on the files as they are, in stores whose default graph is the union of all graphs and in others. Its answer on the sample stands beside it.',
    table(['Question', 'Query', 'Answer'], questions()),
    '## Shapes',
    'What `hearsay verify` checks, in the words in which it complains:',
    messages()
      .map((message) => `- ${message}`)
      .join('\n')
  ]
  return `${sections.join('\n\n')}\n`
}

function entry({ name, definition, example }: Term, rows: string[][]): string {
  const facts = rows.length > 0 ? `\n\n${rows.map(([key, value]) => `- ${key}: ${value}`).join('\n')}` : ''
  return `### hs:${name}\n\n${definition}\n\n*${example}*${facts}`
}

function rowsOfClass({ name, above, oneOf }: Term, properties: readonly Term[]): string[][] {
  const own = properties.filter(({ domains }) => domains.includes(`hs:${name}`))
  const to = properties.filter(({ range }) => range === `hs:${name}`)
  return [
    ...(above.length > 0 ? [['a kind of', above.map(code).join(', ')]] : []),
    ...(oneOf.length > 0 ? [['one of', oneOf.map(code).join(', ')]] : []),
    ...(own.length > 0 ? [['has', own.map((each) => link(each.name)).join(', ')]] : []),
    ...(to.length > 0 ? [['is the value of', to.map((each) => link(each.name)).join(', ')]] : [])
  ]
}

function rowsOfProperty({ domains, range }: Term): string[][] {
  return [
    ...(domains.length > 0 ? [['of', domains.map(code).join(', ')]] : []),
    ...(range === null ? [] : [['value', code(range)]])
  ]
}

function files(): string {
  return table(
    ['File', 'What it is'],
    [
      ['[hearsay.ttl](hearsay.ttl)', 'the vocabulary, in OWL 2 DL'],
      [
        '[alignments.ttl](alignments.ttl)',
        'how its terms relate to PROV-O, NIF, Web Annotation, schema.org, SEM, GRaSP, OWL-Time and ORG'
      ],
      ['[shapes.ttl](shapes.ttl)', 'what a valid graph is, in SHACL Core'],
      ['[context.jsonld](context.jsonld)', 'the words of `graph.jsonld`'],
      ['[actors.ttl](actors.ttl)', 'names that are known beforehand, in SKOS'],
      ['[queries](queries)', 'questions in SPARQL with their answers on the sample'],
      ['[catalog-v001.xml](catalog-v001.xml)', 'lets Protégé open the alignments without a network']
    ]
  )
}

function questions(): string[][] {
  const names = readdirSync('ontology/queries').filter((name) => name.endsWith('.rq'))
  return names.sort().map((file) => {
    const title = /^# title: (.+)$/m.exec(readFileSync(`ontology/queries/${file}`, 'utf8'))?.[1] ?? file
    const name = file.replace(/\.rq$/, '')
    return [title, `[${name}](queries/${file})`, `[answer](queries/${name}.expected.csv)`]
  })
}

function messages(): string[] {
  const shapes = readFileSync('ontology/shapes.ttl', 'utf8')
  return [...shapes.matchAll(/sh:message "([^"]+)"/g)].map(([, message = '']) => message)
}

function table(head: string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function code(name: string): string {
  return `\`${name}\``
}

function link(name: string): string {
  return `[${name}](#hs${name.toLowerCase()})`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [path, text] of Object.entries(ontologyFiles())) writeFileSync(path, text)
}
