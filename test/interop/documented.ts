/** The lines of `docs/stores.md`, so that what a reader types is what was run. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The code of a section, block by block. */
export function blocksOf(heading: string): string[] {
  const sections = readFileSync('docs/stores.md', 'utf8').split(/^## /m)
  const section = sections.find((each) => each.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`docs/stores.md has no section ${heading}`)
  return [...section.matchAll(/^```(?:sh|python)\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code)
}

/** The one block that begins with this command. */
export function block(heading: string, command: string): string {
  const found = blocksOf(heading).filter((code) => code.startsWith(`${command} `))
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`${heading}: ${found.length} blocks start with ${command}`)
  return found[0].trimEnd()
}

/** The question that the documented lines ask. */
export const asked = 'denials'

/** Runs lines in a shell that finds what the install scripts installed; gives what it printed, and its complaints. */
export function shell(lines: string): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', lines], {
    encoding: 'utf8',
    env: environment(),
    maxBuffer: 1 << 28
  })
  return { status, stdout, stderr }
}

export function environment(): NodeJS.ProcessEnv {
  const bins = ['.cache/jena/bin', '.cache/rdfpy/bin'].map((folder) => resolve(folder))
  return { ...process.env, PATH: [...bins, process.env.PATH].join(':') }
}
