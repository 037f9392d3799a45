/**
 * Puts what the core needs at run time (weights, ontology, the explorer page) into modules under src/generated, so that it
 * works without file access, in a browser too; then compiles src to dist. `node scripts/build.mjs --generate` stops before that.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const generated = join(root, 'src/generated')
mkdirSync(generated, { recursive: true })

writeModule('models.ts', 'models', filesOf('models', '.bin', 'base64'))
writeModule('ontology.ts', 'ontologyFiles', {
  ...filesOf('ontology', '.ttl', 'utf8'),
  ...filesOf('ontology', '.jsonld', 'utf8')
})
writeModule('queries.ts', 'queryFiles', filesOf('ontology/queries', '.rq', 'utf8'))
writeModule('page.ts', 'pageFiles', await bundlePage())
const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
writeIfChanged(
  'version.ts',
  `export const version: string = ${JSON.stringify(version)}
/** Changes whenever code, weights or lists do: what a cached record was made by. */
export const buildId: string = ${JSON.stringify(hashOfSources())}
`
)

if (!process.argv.includes('--generate')) {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
    {
      stdio: 'inherit'
    }
  )
}

function filesOf(folder, ending, encoding) {
  const found = {}
  const path = join(root, folder)
  if (!existsSync(path)) return found
  for (const name of readdirSync(path).sort()) {
    if (name.endsWith(ending)) found[name] = readFileSync(join(path, name)).toString(encoding)
  }
  return found
}

/** The explorer's script and style, from src/explorer/main.ts and src/explorer/page.css, as text. */
async function bundlePage() {
  const entry = join(root, 'src/explorer/main.ts')
  if (!existsSync(entry)) return {}
  const made = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    write: false,
    legalComments: 'none',
    charset: 'utf8'
  })
  const style = await build({
    entryPoints: [join(root, 'src/explorer/page.css')],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8'
  })
  return { 'page.js': made.outputFiles[0].text, 'page.css': style.outputFiles[0].text }
}

function hashOfSources() {
  const hash = createHash('sha256')
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = join(path, entry.name)
      if (entry.isDirectory()) visit(inner)
      else if (entry.name !== 'version.ts') hash.update(relative(root, inner)).update('\0').update(readFileSync(inner))
    }
  }
  visit(join(root, 'src'))
  return hash.digest('hex').slice(0, 16)
}

function writeModule(file, name, values) {
  const lines = Object.entries(values).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  writeIfChanged(file, `export const ${name}: Readonly<Record<string, string>> = {\n${lines.join(',\n')}\n}\n`)
}

function writeIfChanged(file, text) {
  const path = join(generated, file)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}
