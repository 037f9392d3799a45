/**
 * Writes docs/dependencies.md: every package that Hearsay imports at run time, with what was measured of it in node_modules and what it
 * saves us. Fails where a package has no reason here, or a reason no package.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What each does here, and what would have to be written or given up without it. */
const reasons = {
  '@hono/node-server': [
    "`serve`: hono's requests on Node's own server",
    "a bridge between Node's streams and the web's"
  ],
  '@mozilla/readability': [
    'the main text of a saved page, as Firefox finds it',
    'rules for what is navigation and what is news'
  ],
  '@noble/hashes': [
    'SHA-256 and SHA-1 that run in browsers too, and at once',
    "Node's crypto, which browsers do not have; theirs answers only later"
  ],
  '@rdfjs/types': ['the types of RDF/JS, in what the library promises', 'types of our own, which fit nobody else’s'],
  commander: ['options, help and suggestions of the command', 'a parser of command lines and the text of its help'],
  fflate: [
    'gzip and zip, as streams and within bounds, in browsers too',
    "Node's zlib, which browsers do not have, and a reader of zip"
  ],
  'franc-min': ['tells the language of an article', 'trigram tables of eighty languages'],
  graphology: [
    'the graphs that are drawn and handed to a program',
    'a graph with attributes that other libraries take'
  ],
  'graphology-types': ['the types of those graphs', 'types of our own'],
  hono: ['`serve`: routes, bounds of bodies, headers for other origins', "routes on Node's bare server"],
  'jsonld-streaming-parser': [
    'reads graph.jsonld back, to verify it and for programs',
    'an implementation of JSON-LD 1.1'
  ],
  linkedom: [
    'a DOM of HTML, XML and feeds, quick and forgiving',
    "an HTML parser; browsers' own is not there in workers"
  ],
  n3: [
    'reads Turtle, TriG and N-Quads; terms; a store that the shapes are checked in',
    'parsers that pass the test suites of the W3C'
  ],
  oxigraph: ['SPARQL in memory: `query`, `serve`, `hearsay/store`', 'a query engine'],
  papaparse: ['CSV as spreadsheets write it', 'quotation marks, separators and line ends in their variants'],
  'rdf-ext': ['the dataset that a program gets: set operations, a canonical form', 'RDFC-1.0 and a dataset'],
  'rdf-validate-shacl': ['`verify`: the graph keeps its shapes', 'an implementation of SHACL'],
  'wink-eng-lite-web-model': ['the weights that wink-nlp tags with', 'a corpus and a training of one’s own'],
  'wink-nlp': ['tokens, sentence ends, lemmas and parts of speech, in one process and offline', 'a tagger of English']
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
const direct = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies).sort()

const missing = direct.filter((name) => !(name in reasons))
const spare = Object.keys(reasons).filter((name) => !direct.includes(name))
if (missing.length + spare.length > 0) {
  console.error(
    `scripts/dependencies.mjs: without a reason: ${missing.join(', ') || 'none'}; without a package: ${spare.join(', ') || 'none'}`
  )
  process.exit(1)
}

/** Where Node finds a package from a place in node_modules: beside it, or further up. */
function resolve(name, from) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1))) {
    const path = `${place === '' ? '' : `${place}/`}node_modules/${name}`
    if (path in lock) return path
    if (place === '') return undefined
  }
}

/** A package and all that it needs to run. */
function reached(starts) {
  const found = new Set()
  const visit = (path) => {
    if (path === undefined || found.has(path)) return
    found.add(path)
    for (const name of Object.keys({ ...lock[path].dependencies, ...lock[path].optionalDependencies }))
      visit(resolve(name, path))
  }
  for (const start of starts) visit(start)
  return found
}

/** Bytes of its files, without the packages that lie inside it. */
function sizeOf(path) {
  let size = 0
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'node_modules') continue
      const inner = join(folder, entry.name)
      if (entry.isDirectory()) visit(inner)
      else if (entry.isFile()) size += statSync(inner).size
    }
  }
  try {
    visit(join(root, path))
  } catch {
    // For another machine: npm leaves it out here.
  }
  return size
}

const sizes = new Map()
const sizesOf = (paths) =>
  [...paths].reduce((sum, path) => {
    if (!sizes.has(path)) sizes.set(path, sizeOf(path))
    return sum + sizes.get(path)
  }, 0)

const paths = direct.map((name) => `node_modules/${name}`)
const all = reached(paths)
const rows = direct.map((name, i) => {
  const path = paths[i]
  const withoutIt = reached(paths.filter((other) => other !== path))
  const alone = [...all].filter((each) => !withoutIt.has(each))
  const manifest = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
  return [
    `[${name}](${repository(manifest)}) ${manifest.version}`,
    keeper(manifest),
    manifest.license,
    megabytes(sizesOf([path])),
    alone.length > 1 ? `${alone.length - 1}, ${megabytes(sizesOf(alone) - sizesOf([path]))}` : '',
    ...reasons[name]
  ]
})

function repository({ repository, homepage }) {
  const url = typeof repository === 'string' ? repository : (repository?.url ?? homepage ?? '')
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url)?.[1]
  if (short !== undefined) return `https://github.com/${short}`
  return url.replace(/^git\+|\.git$/g, '').replace(/^(?:(?:git|ssh):\/\/(?:git@)?|git@)([^:/]+)[:/]/, 'https://$1/')
}

/** The name that its package gives, or else the owner of its repository. */
function keeper(manifest) {
  const named = typeof manifest.author === 'string' ? manifest.author : (manifest.author?.name ?? '')
  const name = named.replace(/\s*[<(].*$/, '')
  return name === '' ? (repository(manifest).split('/')[3] ?? '') : name
}

function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 2 : 1)} MB`
}

const installScripts = [...all].filter((path) => lock[path].hasInstallScript)
const text = `# What Hearsay depends on

Written by \`node scripts/dependencies.mjs\` from what is installed; sizes are bytes of files. An installed Hearsay brings ${all.size} packages of
${megabytes(sizesOf(all))}, of which it imports ${direct.length}. ${installScripts.length === 0 ? 'None of them runs a script when it is installed.' : `These run a script when they are installed: ${installScripts.join(', ')}.`}
"Brings" counts the packages that nothing else here needs.

| package | kept by | licence | size | brings | what for | what it replaces |
|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}

Which folders of \`src\` may import which of them stands in \`test/architecture.test.ts\`; it is one folder for most, so that it can be exchanged there.
`
writeFileSync(join(root, 'docs/dependencies.md'), text)
