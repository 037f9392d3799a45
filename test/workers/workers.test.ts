/** Many articles through threads, cache and spool: the same records in the same order, however they were made. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Cache, Spool } from '../../src/files/index.js'
import { mapInThreads } from '../../src/workers/pool.js'
import { hearsay, hearsayHere, root } from '../commands/run.js'

const fresh = (): string => mkdtempSync(join(tmpdir(), 'hearsay-workers-'))

/** So many articles of our own, long enough that several tasks are made of them. */
function articles(count: number): string {
  const dir = fresh()
  const names = ['Ana Reis', 'Tom Webb', 'Lena Hoff', 'Ivo Marek', 'Sara Lind']
  for (let i = 0; i < count; i++) {
    const who = names[i % names.length]
    const said = `“Line ${i} of the tram will reopen,” said ${who}. ${names[(i + 1) % 5]} denied a delay of ${i} days. `
    const text = `date 2024-03-0${1 + (i % 9)} ${said}${'The river is long and the town lies on both banks. '.repeat(80)}`
    writeFileSync(join(dir, `story-${String(i).padStart(3, '0')}.txt`), text)
  }
  return dir
}

/** Every file of a folder that is no cache, with its bytes. */
function contents(dir: string): Record<string, string> {
  const names = readdirSync(dir).filter((name) => !name.startsWith('.'))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(dir, name), 'utf8')]))
}

describe('build', () => {
  test('gives the same bytes with one thread, with two, from the cache, and one article after another', async () => {
    const [sources, one, two] = [articles(24), fresh(), fresh()]
    expect(await hearsayHere(['build', sources, '--out', one, '-q', '--no-cache'])).toMatchObject({ status: 0 })
    expect(hearsay(['build', sources, '--out', two, '-q', '--jobs', '2']).status).toBe(0)
    expect(contents(two)).toEqual(contents(one))
    expect(existsSync(join(one, '.hearsay-cache'))).toBe(false)
    const before = readdirSync(join(two, '.hearsay-cache'), { recursive: true }).sort()
    const files = readdirSync(sources).map((name) => join(sources, name))
    expect(await hearsayHere(['build', ...files.reverse(), '--out', two, '-q'])).toMatchObject({ status: 0 })
    expect(contents(two)).toEqual(contents(one))
    expect(readdirSync(join(two, '.hearsay-cache'), { recursive: true }).sort()).toEqual(before)
  })

  test('extracts only what is new, and gives the bytes of a build from nothing', async () => {
    const [sources, grown, whole] = [articles(4), fresh(), fresh()]
    const files = readdirSync(sources).map((name) => join(sources, name))
    const kept = (): string[] =>
      readdirSync(join(grown, '.hearsay-cache'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.json')
      )
    for (let count = 1; count <= files.length; count++) {
      const ran = await hearsayHere(['build', ...files.slice(0, count), '--out', grown, '-q'])
      expect(ran).toMatchObject({ status: 0 })
      expect(kept()).toHaveLength(count)
    }
    const before = kept()
    expect(await hearsayHere(['build', sources, '--out', whole, '-q', '--no-cache'])).toMatchObject({ status: 0 })
    expect(contents(grown)).toEqual(contents(whole))
    expect(kept()).toEqual(before)
  })

  test('gives the same bytes where two run at once and share a cache', async () => {
    const [sources, cache, alone] = [articles(4), fresh(), fresh()]
    expect(await hearsayHere(['build', sources, '--out', alone, '-q', '--no-cache'])).toMatchObject({ status: 0 })
    const outs = [fresh(), fresh()]
    const statuses = await Promise.all(
      outs.map(
        (out) =>
          new Promise<number | null>((resolve) => {
            const args = [`${root}dist/cli.js`, 'build', sources, '--out', out, '-q', '--cache', cache]
            spawn(process.execPath, args, { stdio: 'ignore' }).on('close', resolve)
          })
      )
    )
    expect(statuses).toEqual([0, 0])
    for (const out of outs) expect(contents(out)).toEqual(contents(alone))
    const left = readdirSync(cache, { recursive: true, encoding: 'utf8' })
    expect(left.filter((name) => name.endsWith('.json'))).toHaveLength(4)
    expect(left.filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

test('the spool gives back lines by the order of their keys, the newest of each', () => {
  const dir = fresh()
  const spool = new Spool(dir)
  spool.put('b', 'old')
  spool.put('a', 'ä😀')
  spool.put('b', 'new')
  expect([...spool]).toEqual(['ä😀', 'new'])
  expect([...spool]).toEqual(['ä😀', 'new'])
  expect(spool.size).toBe(2)
  expect(() => spool.get('c')).toThrow('nothing was kept under c')
  spool.close()
  expect(readdirSync(dir)).toEqual([])
})

describe('the cache', () => {
  test('gives back what was put, and nothing that was cut off', () => {
    const dir = fresh()
    const cache = new Cache(dir)
    expect(cache.get('abcd')).toBeUndefined()
    cache.put('abcd', '{"a":1}')
    expect(cache.get('abcd')).toBe('{"a":1}')
    writeFileSync(join(dir, 'ab', 'cd.json'), '{"a":')
    expect(cache.get('abcd')).toBeUndefined()
  })

  test('that cannot be written is no error', () => {
    const file = join(fresh(), 'file')
    writeFileSync(file, '')
    const cache = new Cache(file)
    cache.put('abcd', 'x')
    expect(cache.get('abcd')).toBeUndefined()
  })
})

describe('tasks', () => {
  const options = { worker: new URL('./none.js', import.meta.url), settings: null, jobs: 2 }

  test('are done here where there is no worker', async () => {
    const results: number[] = []
    for await (const result of mapInThreads([1, 2, 3], { ...options, here: (task: number) => task * 2 }))
      results.push(result)
    expect(results).toEqual([2, 4, 6])
  })

  test('stop when they are told to', async () => {
    const controller = new AbortController()
    const work = async (): Promise<void> => {
      for await (const result of mapInThreads([1, 2, 3], {
        ...options,
        signal: controller.signal,
        here: (task: number) => task
      })) {
        if (result === 1) controller.abort()
      }
    }
    await expect(work()).rejects.toMatchObject({ code: 'aborted' })
  })
})

test('extract reads a long standard input as it comes, by two threads, and keeps its order', () => {
  // Far more than is kept of standard input to be read again, and text for several tasks.
  const more = 'x'.repeat(40_000)
  const line = (i: number): string =>
    JSON.stringify({ text: `“Line ${i} is open,” said Ana Reis. ${'The river is long. '.repeat(100)}`, more })
  const input = Array.from({ length: 60 }, (_, i) => line(i)).join('\n')
  const { status, stdout } = hearsay(['extract', '-', '--jobs', '2'], { input })
  expect(status).toBe(0)
  const docs = stdout
    .trimEnd()
    .split('\n')
    .map((each): unknown => JSON.parse(each).doc)
  expect(docs).toEqual(Array.from({ length: 60 }, (_, i) => `stdin-${i + 1}`))
})

test('threads work in a process that was started with flags of V8', () => {
  const out = fresh()
  const flags = [
    '--max-old-space-size=2000',
    'dist/cli.js',
    'build',
    articles(24),
    '--out',
    out,
    '-q',
    '--jobs',
    '2',
    '--no-cache'
  ]
  const { status, stderr } = spawnSync(process.execPath, flags, { cwd: root, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(existsSync(join(out, 'graph.nq'))).toBe(true)
})
