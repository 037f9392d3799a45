/** Files are read in the order of their names, and written whole or not at all. */
import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FolderWriter, fileSource, listFiles, writeFolder } from '../../src/files/index.js'
import { readInput } from '../../src/inputs/index.js'

const fresh = (): string => mkdtempSync(join(tmpdir(), 'hearsay-files-'))

test('folders are read through, hidden files and loops are not', () => {
  const dir = fresh()
  mkdirSync(join(dir, 'b'))
  for (const name of ['z.txt', 'b/a.txt', '.hidden']) writeFileSync(join(dir, name), name)
  symlinkSync(dir, join(dir, 'b/loop'))
  const { files, failures } = listFiles([dir])
  expect(files).toEqual([join(dir, 'b/a.txt'), join(dir, 'z.txt')])
  expect(failures).toEqual([expect.objectContaining({ input: join(dir, 'b/loop'), code: 'unreadable' })])
})

test('a file that is not there is a failure with its name', () => {
  expect(listFiles(['/nowhere/a.txt']).failures).toEqual([
    { input: '/nowhere/a.txt', code: 'unreadable', message: 'there is no such file: check the name' }
  ])
  expect(() => [...fileSource('/nowhere/a.txt').chunks()]).toThrow(
    expect.objectContaining({ code: 'unreadable', input: '/nowhere/a.txt' })
  )
})

test('a folder without files is told so, and the folder that is written to is not read', () => {
  const dir = fresh()
  mkdirSync(join(dir, 'out'))
  expect(listFiles([dir]).failures).toEqual([expect.objectContaining({ input: dir, code: 'empty' })])
  for (const name of ['a.txt', 'out/graph.ttl']) writeFileSync(join(dir, name), name)
  expect(listFiles([dir], join(dir, 'out'))).toEqual({ files: [join(dir, 'a.txt')], failures: [] })
  expect(listFiles([join(dir, 'out')], join(dir, 'out')).files).toEqual([join(dir, 'out/graph.ttl')])
})

describe('a pattern', () => {
  const dir = fresh()
  mkdirSync(join(dir, 'b/c'), { recursive: true })
  for (const name of ['a.txt', 'b/a.txt', 'b/c/d.html', 'b/[x].txt', '.hidden.txt', 'b/.d.txt']) {
    writeFileSync(join(dir, name), name)
  }

  test.each([
    ['*.txt', ['a.txt']],
    ['**/*.txt', ['a.txt', 'b/[x].txt', 'b/a.txt']],
    ['**/?.{txt,html}', ['a.txt', 'b/a.txt', 'b/c/d.html']],
    ['b/[!a].txt', []],
    ['b/[x].txt', ['b/[x].txt']],
    ['?/c', ['b/c/d.html']],
    ['.h*', ['.hidden.txt']],
    ['*', ['a.txt', 'b/[x].txt', 'b/a.txt', 'b/c/d.html']]
  ])('%s', (pattern, files) => {
    const found = listFiles([join(dir, pattern)])
    expect(found.files).toEqual(files.map((name) => join(dir, name)))
    expect(found.failures.map(({ message }) => message)).toEqual(
      files.length > 0 ? [] : ['nothing has a name like this: check the pattern']
    )
  })
})

test.skipIf(process.platform === 'win32')('a pipe is read once, and its kind told from its beginning', () => {
  const [dir, name] = [fresh(), 'pipe']
  execFileSync('mkfifo', [join(dir, name)])
  const text = 'The port denied any delay. '.repeat(5000)
  const writer = spawn('sh', ['-c', `printf '%s' "$0" > pipe`, text.slice(0, 100_000)], { cwd: dir })
  const [article] = readInput(fileSource(join(dir, name)))
  expect(article).toMatchObject({ doc: 'pipe', text: text.slice(0, 100_000) })
  writer.kill()
})

test('what fails half-way leaves what was there', () => {
  const dir = fresh()
  writeFolder(dir, [{ name: 'a', pieces: ['old'] }])
  const failing = function* (): Iterable<string> {
    yield 'new'
    throw new Error('no more')
  }
  expect(() =>
    writeFolder(dir, [
      { name: 'a', pieces: ['new'] },
      { name: 'b', pieces: failing() }
    ])
  ).toThrow('no more')
  expect(readdirSync(dir)).toEqual(['a'])
  expect(readFileSync(join(dir, 'a'), 'utf8')).toBe('old')
})

test('texts and bytes stand in a file in the order in which they came', () => {
  const dir = fresh()
  const writer = new FolderWriter(dir)
  writer.append('a', 'one ')
  writer.appendBytes('a', new TextEncoder().encode('“two” '))
  writer.append('a', 'three')
  expect(writer.commit()).toEqual(['a'])
  expect(readFileSync(join(dir, 'a'), 'utf8')).toBe('one “two” three')
})

test('a folder that may not be written is an error that says what to do', () => {
  const dir = fresh()
  writeFileSync(join(dir, 'file'), '')
  expect(() => writeFolder(join(dir, 'file'), [{ name: 'a', pieces: ['x'] }])).toThrow(
    expect.objectContaining({ code: 'write', input: join(dir, 'file') })
  )
  chmodSync(dir, 0o755)
  expect(existsSync(join(dir, 'a'))).toBe(false)
})

test('a file that changes while it is read is told so', () => {
  const file = join(fresh(), 'a.txt')
  writeFileSync(file, 'a'.repeat(3 << 20))
  const chunks = fileSource(file).chunks()[Symbol.iterator]()
  chunks.next()
  writeFileSync(file, 'b')
  expect(() => chunks.next()).toThrow(expect.objectContaining({ code: 'changed', input: file }))
})

test('a file is read in chunks, as often as one likes', () => {
  const file = join(fresh(), 'a.txt')
  writeFileSync(file, 'x'.repeat((1 << 16) + 5))
  const source = fileSource(file)
  const sizes = (): number[] => [...source.chunks()].map((chunk) => chunk.length)
  expect(sizes()).toEqual([1 << 16, 5])
  expect(sizes()).toEqual([1 << 16, 5])
})
