/** What the README prints is what a reader types: its lines run as they stand, and its table of files is the folder. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { hearsayHere } from './commands/run.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')

const codeIn = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) => code)

function run(command: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** As a shell takes them: quotation marks hold words together, and a comment ends the line. */
const wordsOf = (line: string): string[] =>
  (line.match(/'[^']*'|"[^"]*"|#.*|[^\s'"#]+/g) ?? [])
    .filter((word) => !word.startsWith('#'))
    .map((word) => word.replace(/^(['"])(.*)\1$/s, '$2'))

describe('README', () => {
  test('the lines for one’s own articles', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-readme-'))
    const lines = codeIn('sh')
      .flatMap((code) => code.split('\n'))
      .filter((line) => line.startsWith('npx hearsay ') && !/ (?:serve|evaluate) /.test(line))
      // A server does not end, and nobody's annotations lie here: tests of their own run both. The reader's articles are the sample's.
      .map((line) => line.replace('articles/', 'seeds'))
      .map((line) => line.replaceAll(/\bgraph(?= |$)/g, folder))
    expect(lines.length).toBeGreaterThanOrEqual(5)
    for (const line of lines) {
      const { status, stderr } = await hearsayHere(wordsOf(line).slice(2))
      expect({ line, status, stderr }).toMatchObject({ line, status: 0 })
    }
    rmSync(folder, { recursive: true })
  })

  test('the program that imports the library', () => {
    const [code = ''] = codeIn('js')
    const file = join(root, 'readme-example.mjs')
    writeFileSync(file, code)
    const { status, stdout, stderr } = run(process.execPath, [file])
    rmSync(file)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('1 claims\n')
    expect(stdout).toMatch(/entity: 'spokeswoman-for-the-port[\s\S]*entity: 'reuters/)
  })

  test('the table of files is what lies in out/', () => {
    const [, table = ''] = /^## What is in the folder\n([\s\S]*?)^## /m.exec(readme) ?? []
    const named = [...table.matchAll(/^\| ([^|]*) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/(?<=`)[\w.-]+(?=`)/g) ?? []
    )
    expect(named.filter((name) => name !== ', ').sort()).toEqual(
      readdirSync(join(root, 'out'))
        .filter((name) => !name.startsWith('.'))
        .sort()
    )
  })

  test('docs/dependencies.md has every package that is installed with it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const table = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
    expect([...table.matchAll(/^\| \[([^\]]+)\]/gm)].map(([, name]) => name)).toEqual(Object.keys(dependencies).sort())
  })

  test('every link leads to a file', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([])
  })
})
