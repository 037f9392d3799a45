/** A build that is stopped, killed or runs out of disk leaves the last whole state, and the next one ends with the same bytes. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'hearsay-resume-'))
const dump = join(dir, 'dump.jsonl')
const whole = join(dir, 'whole')
const names = ['Ana Reis', 'Tom Webb', 'Lena Hoff', 'Ivo Marek', 'Sara Lind', 'Max Toll']

/** Two hundred articles of our own that share some claims. */
function article(i: number): string {
  const [who = '', other = ''] = [names[i % 6], names[(i * 5 + 1) % 6]]
  const text = [
    `“Line ${i % 40} of the tram will reopen,” said ${who}, the head of the works.`,
    `${other} denied that Line ${(i + 7) % 40} had been closed for ${i % 9} weeks, the Herald reported.`,
    `At least ${3 + (i % 20)} people were hurt in the ${i % 11}th street, according to the police.`,
    'The river is long and the town lies on both banks. '.repeat(10)
  ].join('\n\n')
  return JSON.stringify({ title: `Day ${i}`, date: `2024-03-${String(1 + (i % 28)).padStart(2, '0')}`, text })
}

function contents(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

beforeAll(() => {
  writeFileSync(dump, Array.from({ length: 200 }, (_, i) => article(i)).join('\n'))
  expect(spawnSync(process.execPath, [cli, 'build', dump, '--out', whole, '-q', '--no-cache']).status).toBe(0)
})

/** Ends a build after so many milliseconds, and waits for it. */
function stopped(out: string, after: number, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'build', dump, '--out', out, '-q'], { stdio: 'ignore' })
    const timer = setTimeout(() => child.kill(signal), after)
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code)
    })
  })
}

describe('killed at twenty moments', () => {
  test('a build resumes to the same bytes, and no file is ever half written', async () => {
    const out = join(dir, 'killed')
    mkdirSync(out)
    const wanted = contents(whole)
    let state = 11
    for (let i = 0; i < 20; i++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      await stopped(out, 100 + (state % 5000), 'SIGKILL')
      for (const [name, text] of Object.entries(contents(out))) {
        if (!name.startsWith('.')) expect([name, text === wanted[name]]).toEqual([name, true])
      }
    }
    expect(spawnSync(process.execPath, [cli, 'build', dump, '--out', out, '-q']).status).toBe(0)
    const found = contents(out)
    expect(
      Object.keys(found)
        .filter((name) => !name.startsWith('.'))
        .sort()
    ).toEqual(Object.keys(wanted).sort())
    for (const [name, text] of Object.entries(wanted)) expect([name, found[name] === text]).toEqual([name, true])
  })
})

test('Ctrl-C ends it with 130 and leaves the last whole state', async () => {
  const out = join(dir, 'stopped')
  expect(await stopped(out, 900, 'SIGINT')).toBe(130)
  const left = Object.entries(contents(out)).filter(([name]) => !name.startsWith('.'))
  const wanted = contents(whole)
  for (const [name, text] of left) expect([name, text === wanted[name]]).toEqual([name, true])
})

test('a full disk is told so, and what was there stays', ({ skip }) => {
  const disk = join(dir, 'disk')
  mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', disk]).status === 0
  if (!mounted) skip('no tmpfs may be mounted here')
  try {
    writeFileSync(join(disk, 'summary.json'), 'old')
    const ran = spawnSync(process.execPath, [cli, 'build', dump, '--out', disk, '-q', '--no-cache'], {
      encoding: 'utf8'
    })
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain('the disk is full')
    expect(contents(disk)).toEqual({ 'summary.json': 'old' })
  } finally {
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  }
})
