/** Which folder of src may import which, which package each folder owns, and what must not exist at all. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const src = fileURLToPath(new URL('../src/', import.meta.url))

/** From left to right: a folder imports from folders before it, and from the files at the top that hold no stage. */
const order = [
  'generated',
  'learn',
  'read',
  'inputs',
  'language',
  'names',
  'tagger',
  'extract',
  'record',
  'resolve',
  'report',
  'graph',
  'rdf',
  'formats',
  'layout',
  'render',
  'exports',
  'evaluate',
  'verify',
  'store',
  'serve',
  'files',
  'stages',
  'workers',
  'commands'
]
const apart = [
  ['rdf', 'formats'],
  ['rdf', 'layout'],
  ['rdf', 'graph'],
  ['formats', 'layout'],
  ['formats', 'rdf']
]
/** May import from anywhere: they put the stages together. */
const onTop = new Set(['pipeline.ts', 'index.ts', 'node.ts', 'program.ts', 'cli.ts', 'commands', 'workers'])
/** Hold no stage, and import none. */
const foundations = new Set(['model.ts', 'errors.ts', 'offsets.ts', 'gather.ts', 'summary.ts', 'select.ts'])

const owners: Readonly<Record<string, readonly string[]>> = {
  'wink-nlp': ['language'],
  'wink-eng-lite-web-model': ['language'],
  n3: ['rdf'],
  'rdf-ext': ['rdf'],
  'rdf-validate-shacl': ['rdf'],
  'jsonld-streaming-parser': ['rdf'],
  oxigraph: ['store'],
  hono: ['serve'],
  // Only where the sources run uncompiled, which is in tests.
  tsx: ['serve'],
  '@hono/node-server': ['serve'],
  graphology: ['graph', 'layout', 'render', 'formats', 'explorer'],
  sigma: ['explorer'],
  linkedom: ['inputs'],
  '@mozilla/readability': ['inputs'],
  papaparse: ['inputs'],
  'franc-min': ['inputs'],
  fflate: ['inputs', 'learn', 'names', 'tagger', 'extract', 'resolve'],
  '@noble/hashes': ['read', 'inputs', 'resolve', 'exports', 'rdf', 'render', 'formats'],
  commander: ['commands', 'program.ts']
}
/** What runs in a browser too knows no Node. */
const nodeOnly = new Set(['files', 'workers', 'commands', 'serve', 'store', 'node.ts', 'program.ts', 'cli.ts'])

interface Module {
  /** `rdf/write.ts` */
  readonly path: string
  /** Its folder, or the file itself at the top. */
  readonly place: string
  /** Without comments. */
  readonly code: string
  readonly imports: readonly string[]
}

const modules: readonly Module[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && statSync(src + path).isFile())
  .sort()
  .map((path) => {
    const text = readFileSync(src + path, 'utf8')
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
    const imports = [...code.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)'([^']+)'/g)].map((found) => found[1] ?? '')
    return { path, place: path.includes('/') ? (path.split('/')[0] ?? '') : path, code, imports }
  })

/** The folder or top-level file that a relative import leads to. */
function target(module: Module, specifier: string): string {
  const steps = module.path.split('/').slice(0, -1)
  for (const step of specifier.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.length > 1 ? (steps[0] ?? '') : (steps[0] ?? '').replace(/\.js$/, '.ts')
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const wrongIn = (check: (module: Module) => string[]): string[] => modules.flatMap(check)

describe('the stages', () => {
  test('each folder has its place in the flow', () => {
    const folders = new Set(modules.filter(({ path }) => path.includes('/')).map(({ place }) => place))
    expect([...folders].filter((folder) => !order.includes(folder) && folder !== 'explorer')).toEqual([])
  })

  test('import only from their left', () => {
    const wrong = wrongIn(({ path, place, imports, ...module }) => {
      if (onTop.has(place) || place === 'explorer') return []
      return imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => target({ path, place, imports, ...module }, specifier))
        .filter((to) => {
          if (to === place || foundations.has(to) || to === 'generated') return false
          if (foundations.has(place)) return true
          if (apart.some(([from, other]) => from === place && other === to)) return true
          return order.indexOf(to) < 0 || order.indexOf(to) >= order.indexOf(place)
        })
        .map((to) => `${path} imports from ${to}`)
    })
    expect(wrong).toEqual([])
  })

  test('own the packages they use: no other folder imports them', () => {
    const wrong = wrongIn(({ path, place, imports }) =>
      imports
        .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:') && specifier !== 'hearsay')
        .map(packageOf)
        .filter((name) => !/^(?:@rdfjs\/types|graphology-types)$/.test(name))
        .filter((name) => !(owners[name] ?? []).includes(place))
        .map((name) => `${path} imports ${name}`)
    )
    expect(wrong).toEqual([])
  })

  test('that run in a browser know no Node', () => {
    const wrong = wrongIn(({ path, place, imports }) =>
      nodeOnly.has(place)
        ? []
        : imports.filter((name) => name.startsWith('node:')).map((name) => `${path} imports ${name}`)
    )
    expect(wrong).toEqual([])
  })
})

describe('the code', () => {
  test('has no any, no non-null assertion and no default export', () => {
    const wrong = wrongIn(({ path, code }) => {
      if (path.startsWith('generated/')) return []
      const found = [/:\s*any\b|<any>|\bas any\b/, /^export default/m].filter((pattern) => pattern.test(code))
      return found.map((pattern) => `${path}: ${pattern.source}`)
    })
    expect(wrong).toEqual([])
  })

  test('has no drawer for odds and ends', () => {
    const names = /(?:^|\/)(?:utils?|helpers?|common|misc|base|manager)(?:\.ts|\/)/
    expect(modules.filter(({ path }) => names.test(path)).map(({ path }) => path)).toEqual([])
  })

  test('uses no clock, no random number and no locale where outputs are made', () => {
    const allowed = new Set(['commands', 'serve', 'store', 'explorer', 'workers', 'generated'])
    const wrong = wrongIn(({ path, place, code }) => {
      if (allowed.has(place)) return []
      return /Math\.random|Date\.now|new Date\(\)|performance\.now|localeCompare|toLocale/.test(code) ? [path] : []
    })
    expect(wrong).toEqual([])
  })
})
