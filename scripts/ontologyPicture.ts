/**
 * An ontology → a picture (SVG) of its classes: one box each with its properties, and a line from each property to the class of its
 * values. Columns are set by hand, so that what resolution decided stands left, what an article says in the middle, what proves it right.
 */
import type { Ontology, Term } from './ontologyTerms.js'

const columns = [
  ['schema:Claim', 'hs:Origin', 'hs:Link', 'hs:Join', 'hs:Copy'],
  ['hs:Statement', 'hs:Narration', 'hs:Relation'],
  ['hs:Hop', 'hs:Time', 'hs:Quantity', 'hs:Entity', 'hs:Merge'],
  ['hs:Evidence', 'nif:Sentence', 'schema:NewsArticle']
]

const [boxWidth, gap, line, margin] = [250, 130, 17, 24]

interface Box {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly height: number
  readonly rows: readonly { readonly text: string; readonly target: string | null }[]
}

export function classesPicture(
  { classes, properties, title }: Ontology,
  foreign: ReadonlyMap<string, ReadonlyMap<string, string | null>>
): string {
  const shown = new Set(columns.flat())
  const kinds = new Set(classes.flatMap(({ oneOf }) => oneOf))
  const left = classes.filter(({ name }) => !shown.has(`hs:${name}`) && !kinds.has(`hs:${name}`))
  if (left.length > 0) throw new Error(`the picture has no place for ${left.map(({ name }) => name).join(', ')}`)
  const boxes = new Map<string, Box>()
  for (const [column, names] of columns.entries()) {
    let y = margin
    for (const name of names) {
      const rows = [...rowsOf(name, properties, classes, shown), ...foreignRows(foreign.get(name), name)]
      const height = 30 + rows.length * line + (rows.length > 0 ? 8 : 0)
      boxes.set(name, { name, x: margin + column * (boxWidth + gap), y, height, rows })
      y += height + 26
    }
  }
  const all = [...boxes.values()]
  const width = margin * 3 + columns.length * boxWidth + (columns.length - 1) * gap
  const height = Math.max(...all.map((box) => box.y + box.height)) + margin
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12">
<title>${title}: classes and properties</title>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#66788a"/></marker></defs>
<rect width="100%" height="100%" fill="#fff"/>
${all.flatMap((box) => linesOf(box, boxes)).join('\n')}
${all.map(drawn).join('\n')}
</svg>
`
}

function rowsOf(
  name: string,
  properties: readonly Term[],
  classes: readonly Term[],
  shown: ReadonlySet<string>
): Box['rows'] {
  const own = properties.filter(({ domains }) => domains.includes(name))
  const rows = own.map(({ name: property, range }) => ({
    text: range === null ? property : `${property} → ${range.replace(/^\w+:/, '')}`,
    target: range !== null && shown.has(range) && range !== name ? range : null
  }))
  const kinds = classes.find((each) => `hs:${each.name}` === name)?.oneOf ?? []
  return [...kinds.map((kind) => ({ text: `· ${kind}`, target: null })), ...rows]
}

function foreignRows(terms: ReadonlyMap<string, string | null> | undefined, name: string): Box['rows'] {
  return [...(terms ?? [])].sort().map(([term, target]) => ({
    text: target === null ? term : `${term} → ${target.replace(/^\w+:/, '')}`,
    target: target === name ? null : target
  }))
}

/** From the row of a property, at the side that is nearer, to the title of the class that it leads to. */
function linesOf(box: Box, boxes: ReadonlyMap<string, Box>): string[] {
  return box.rows.flatMap(({ target }, row) => {
    const to = target === null ? undefined : boxes.get(target)
    if (!to) return []
    const y = box.y + 30 + row * line + line / 2
    const [startX, endX, bend] =
      to.x > box.x
        ? [box.x + boxWidth, to.x, 60]
        : to.x < box.x
          ? [box.x, to.x + boxWidth, -60]
          : [box.x + boxWidth, to.x + boxWidth, 60]
    const back = to.x === box.x ? bend : -bend
    return [
      `<path d="M${startX} ${y}C${startX + bend} ${y} ${endX + back} ${to.y + 14} ${endX} ${to.y + 14}" fill="none" stroke="#66788a" stroke-width="1" opacity=".7" marker-end="url(#tip)"/>`
    ]
  })
}

function drawn({ name, x, y, height, rows }: Box): string {
  const own = name.startsWith('hs:')
  const head = `<rect x="${x}" y="${y}" width="${boxWidth}" height="${height}" rx="5" fill="#fff" stroke="${own ? '#1f4e79' : '#8a6d1f'}"/>
<path d="M${x} ${y + 5}a5 5 0 0 1 5 -5h${boxWidth - 10}a5 5 0 0 1 5 5v21h-${boxWidth}z" fill="${own ? '#1f4e79' : '#8a6d1f'}"/>
<text x="${x + 10}" y="${y + 18}" fill="#fff" font-weight="600">${name}</text>`
  const texts = rows.map(
    ({ text }, row) => `<text x="${x + 10}" y="${y + 30 + row * line + 13}" fill="#1b2733">${text}</text>`
  )
  return [head, ...texts].join('\n')
}
