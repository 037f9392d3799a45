/** The programs of docs/library.md run as they are printed, and print what stands below them. `UPDATE=1` writes that anew. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const guide = join(root, 'docs/library.md')
const example = /```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g

test('docs/library.md says what its programs print', () => {
  const text = readFileSync(guide, 'utf8')
  const programs = [...text.matchAll(example)].map(([, code = '']) => code)
  expect(programs.length).toBeGreaterThanOrEqual(8)
  // Inside the package, so that "hearsay" is this one; in one process, so that it is loaded once.
  const folder = join(root, '.cache/library')
  mkdirSync(folder, { recursive: true })
  const files = programs.map((code, i) => {
    const file = join(folder, `${i}.mjs`)
    writeFileSync(file, code)
    return pathToFileURL(file).href
  })
  const runner = `for (const file of ${JSON.stringify(files)}) { console.log('\\0'); await import(file) }`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', runner], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' }
  })
  rmSync(folder, { recursive: true })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const printed = stdout.split('\0\n').slice(1)
  const told = text.replace(example, (_, code: string) => {
    return `\`\`\`js\n${code}\`\`\`\n\n\`\`\`text\n${printed.shift()}\`\`\``
  })
  if (process.env.UPDATE) writeFileSync(guide, told)
  else expect(text).toBe(told)
})
