/** A pattern as shells have it, like `news/2024-*.txt` → the paths that it means. For shells that leave it as it is. */
import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export function isPattern(path: string): boolean {
  return /[*?[{]/.test(path)
}

/**
 * `*` and `?` stand for parts of one name, `[abc]` for a character, `{a,b}` for one or the other, `**` for folders however deep. Hidden
 * names are meant only by a pattern that begins with a dot, and links to folders are not followed by `**`.
 *
 * @example matching('news/*.txt') // ['news/a.txt', 'news/b.txt']
 */
export function matching(pattern: string): string[] {
  const found = alternatives(pattern).flatMap((each) => {
    const parts = each.split(process.platform === 'win32' ? /[\\/]+/ : /\/+/)
    return parts[0] === '' ? walk('/', parts.slice(1)) : walk('', parts)
  })
  return [...new Set(found)].sort()
}

/** `a.{txt,html}` → `a.txt` and `a.html`. */
function alternatives(pattern: string): string[] {
  const [all, before = '', inside = '', after = ''] = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(pattern) ?? []
  if (all === undefined) return [pattern]
  return inside.split(',').flatMap((choice) => alternatives(before + choice + after))
}

function walk(base: string, parts: readonly string[]): string[] {
  const [part, ...rest] = parts
  if (part === undefined || part === '') return existsSync(base) ? [base] : []
  if (part === '**') {
    const inside = entriesOf(base).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    return [...walk(base, rest), ...inside.flatMap(({ name }) => walk(join(base, name), parts))]
  }
  if (!isPattern(part)) return walk(join(base, part), rest)
  const names = entriesOf(base).map(({ name }) => name)
  return names.filter((name) => fits(part, name)).flatMap((name) => walk(join(base, name), rest))
}

function fits(part: string, name: string): boolean {
  if (name.startsWith('.') && !part.startsWith('.')) return false
  const source = part.replace(/\[!?[^\]]+\]|\*+|\?|[\\^$.|+(){}[\]]/g, (sign) => {
    if (sign.startsWith('*')) return '.*'
    if (sign === '?') return '.'
    if (sign.length === 1) return `\\${sign}`
    return sign.replace(/^\[!/, '[^').replaceAll('\\', '\\\\')
  })
  return new RegExp(`^${source}$`, 'su').test(name)
}

/** Nothing where it is no folder, or may not be read. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
  } catch {
    return []
  }
}
