/** The package as npm packs it: installs into an empty project, runs, imports with types, and is as small as it promises. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const megabyte = 1024 * 1024
let project = ''
let tarball = ''

function run(command: string, args: readonly string[], cwd = project): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' }
  })
  expect({
    command: `${command} ${args.join(' ')}`,
    status,
    stderr: status === 0 ? '' : stderr + stdout
  }).toMatchObject({ status: 0 })
  return stdout
}

/** In bytes, as they lie on the disk. */
function sizeOf(folder: string, leaveOut: readonly string[] = []): number {
  let size = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (leaveOut.includes(entry.name)) continue
    const path = join(folder, entry.name)
    size += entry.isDirectory() ? sizeOf(path) : entry.isFile() ? statSync(path).size : 0
  }
  return size
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'hearsay-package-'))
  execFileSync('npm', ['pack', '--pack-destination', project], { cwd: root, stdio: 'pipe' })
  tarball = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? ''
  writeFileSync(join(project, 'package.json'), '{"name":"empty","private":true,"type":"module"}')
  run('npm', ['install', '--no-fund', '--no-audit', `./${tarball}`])
  writeFileSync(join(project, 'story.txt'), '“The bridge is safe,” said the mayor, Ana Reis.')
})

describe('the tarball', () => {
  test('runs as a command', () => {
    expect(run('npx', ['hearsay', 'build', 'story.txt', '--out', 'graph'])).toContain('1  articles')
    expect(run('npx', ['hearsay', 'verify', 'graph', '--sources', 'story.txt'])).toContain('all exact')
    expect(run('npx', ['hearsay', 'query', 'graph', 'denials'])).not.toBe('')
    expect(readdirSync(join(project, 'graph'))).toContain('index.html')
  })

  test('is imported', () => {
    writeFileSync(
      join(project, 'main.mjs'),
      `import { build } from 'hearsay'
import { listFiles } from 'hearsay/node'
import { GraphStore } from 'hearsay/store'
const { records } = build([{ name: 'a', text: 'The mayor, Ana Reis, denied it.' }])
console.log(records[0].statements[0].act, listFiles(['story.txt']).files.length, typeof GraphStore)`
    )
    expect(run('node', ['main.mjs'])).toBe('deny 1 function\n')
  })

  test('has types that a strict project takes', () => {
    writeFileSync(
      join(project, 'main.ts'),
      `import { build, type ArticleRecord } from 'hearsay'
const records: readonly ArticleRecord[] = build([{ name: 'a', text: 'The mayor denied it.' }]).records
export const acts: string[] = records.flatMap(({ statements }) => statements.map(({ act }) => act))`
    )
    const settings = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--lib',
      'es2023,dom,dom.iterable'
    ]
    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...settings, 'main.ts'])
  })

  test('is at most 12 MB without what it depends on, and 80 MB with it', () => {
    const own = sizeOf(join(project, 'node_modules/hearsay'), ['node_modules']) / megabyte
    const all = sizeOf(join(project, 'node_modules')) / megabyte
    console.info(`hearsay ${own.toFixed(1)} MB, with dependencies ${all.toFixed(1)} MB`)
    expect(own).toBeLessThan(12)
    expect(all).toBeLessThan(80)
  })

  test('runs no script when it is installed', () => {
    const { scripts = {} } = JSON.parse(readFileSync(join(project, 'node_modules/hearsay/package.json'), 'utf8'))
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([])
  })

  test('has nothing that publint or arethetypeswrong complain of', () => {
    expect(run('npx', ['--yes', 'publint@0.3.25', tarball])).toMatch(/All good|no issues|Suggestions/i)
    run('npx', ['--yes', '@arethetypeswrong/cli@0.18.5', tarball, '--profile', 'esm-only'])
  })
})
