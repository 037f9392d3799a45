/** What the README prints is what a reader types: its lines run as they stand, and its table of files is the folder. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')

const codeIn = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) => code)

function run(command: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('README', () => {
  test('the lines for one’s own articles', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-readme-'))
    const lines = codeIn('sh')
      .flatMap((code) => code.split('\n'))
      .filter((line) => line.startsWith('npx hearsay ') && !line.includes(' serve '))
      // The folders of the reader are the sample's here, and npx finds the same program as node does.
      .map((line) => line.replace('npx hearsay', `"${process.execPath}" dist/cli.js`).replace('articles/', 'seeds'))
      .map((line) => line.replaceAll(/\bgraph(?= |$)/g, folder))
    expect(lines.length).toBeGreaterThanOrEqual(5)
    for (const line of lines) expect({ line, ...run('bash', ['-c', line]) }).toMatchObject({ line, status: 0 })
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

  test('every link leads to a file', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([])
  })
})
