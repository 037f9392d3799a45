/** The kinds and groups that a picture shows → its legend, in two rows along the lower edge. */
import { escapeXml } from '../formats/index.js'
import type { NodeKind, RelationGroup } from '../graph/index.js'
import { widthOf } from './letters.js'
import { number, shape } from './marks.js'
import { groupLooks, kindLooks } from './style.js'

const size = 14

export function legend(
  width: number,
  height: number,
  kinds: ReadonlySet<NodeKind>,
  groups: ReadonlySet<RelationGroup>
): string {
  const top = height - 84
  const kindRow = row(
    Object.entries(kindLooks)
      .filter(([kind]) => [...kinds].some((each) => each === kind))
      .map(([kind, { words, shape: form }]) => ({
        words,
        sample: 18,
        draw: (x: number, y: number) => shape(form, kind, { x: x + 9, y }, 8)
      })),
    width,
    height - 62
  )
  const groupRow = row(
    Object.entries(groupLooks)
      .filter(([group]) => [...groups].some((each) => each === group))
      .map(([group, { words, dashes, head }]) => ({
        words,
        sample: 46,
        draw: (x: number, y: number) => {
          const dash = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`
          const end = head === 'none' ? '' : ` marker-end="url(#head-${group})"`
          return `<path class="${group} line" stroke-width="2"${dash}${end} d="M${number(x)} ${number(y)}H${number(x + 42)}"/>`
        }
      })),
    width,
    height - 30
  )
  return `<g><path class="rule" d="M24 ${top}H${width - 24}"/>${kindRow}${groupRow}</g>`
}

interface Item {
  readonly words: string
  readonly sample: number
  readonly draw: (x: number, y: number) => string
}

function row(items: readonly Item[], width: number, y: number): string {
  const needed = items.reduce((sum, { words, sample }) => sum + sample + 6 + widthOf(words, size), 0)
  const gap = Math.min(28, (width - 48 - needed) / Math.max(1, items.length - 1))
  let x = 24
  return items
    .map(({ words, sample, draw }) => {
      const drawn = `${draw(x, y)}<text class="ink" x="${number(x + sample + 6)}" y="${number(y + 5)}" font-size="${size}">${escapeXml(words)}</text>`
      x += sample + 6 + widthOf(words, size) + gap
      return drawn
    })
    .join('')
}
