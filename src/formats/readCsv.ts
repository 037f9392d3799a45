/** Comma-separated values as RFC 4180 has them → rows of cells. Linear in the text; line ends may be CR LF, LF or CR. */
export function* readCsv(text: string): Iterable<string[]> {
  let row: string[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    let cell = ''
    if (text.charAt(at) === '"') {
      const end = quotedEnd(text, at)
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    } else {
      const end = plainEnd(text, at)
      cell = text.slice(at, end)
      at = end
    }
    row.push(cell)
    if (text.charAt(at) === ',') {
      at++
      if (at < text.length) continue
      row.push('')
    }
    yield row
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
}

function quotedEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2)
  if (end < 0) throw new Error(`not CSV: the quoted cell at character ${start} does not end`)
  return end
}

function plainEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && !',\r\n'.includes(text.charAt(end))) end++
  return end
}
