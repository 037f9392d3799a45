/** Runs the compiled command as a user does. `npm test` compiles it first. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

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
