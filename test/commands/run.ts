/** Runs the command: as a user does, in a process of its own, from what `npm test` compiled; or, where that makes no difference, here. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { main } from '../../src/program.js'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export function hearsay(
  args: readonly string[],
  options: { readonly input?: string; readonly cwd?: string } = {}
): Ran {
  const env = { ...process.env, NO_COLOR: '1' }
  const ran = spawnSync(process.execPath, [`${root}dist/cli.js`, ...args], {
    encoding: 'utf8',
    input: options.input ?? '',
    cwd: options.cwd ?? root,
    env,
    maxBuffer: 1 << 28
  })
  return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

/** The same from the sources in this process: in one thread, and without standard input. */
export async function hearsayHere(args: readonly string[], options: { readonly cwd?: string } = {}): Promise<Ran> {
  const { stdout, stderr, exitCode } = process
  const before = { out: stdout.write, err: stderr.write, cwd: process.cwd(), colour: process.env.NO_COLOR }
  const written = { out: '', err: '' }
  const into = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    written[name] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')
    return true
  }
  try {
    process.exitCode = undefined
    process.env.NO_COLOR = '1'
    process.chdir(options.cwd ?? root)
    stdout.write = into('out')
    stderr.write = into('err')
    await main(args)
    return { status: Number(process.exitCode ?? 0), stdout: written.out, stderr: written.err }
  } finally {
    stdout.write = before.out
    stderr.write = before.err
    process.chdir(before.cwd)
    process.exitCode = exitCode
    if (before.colour === undefined) delete process.env.NO_COLOR
    else process.env.NO_COLOR = before.colour
  }
}
