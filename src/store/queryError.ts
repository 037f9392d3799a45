/**
 * What the store's parser says of a query that it cannot read → what a person can use: the line, the column, the words before that place, and
 * what is wrong where it says so. The parser itself lists every range of characters that could have come next.
 */

/** @example explainQueryError('error at 1:10: expected CONSTRUCT', 'SELEC * {}') // 'line 1, column 10, after "SELEC * {": not expected …' */
export function explainQueryError(message: string, query: string): string {
  const [, row, column, expected = ''] = /^error at (\d+):(\d+): expected (?:one of )?([\s\S]*)$/.exec(message) ?? []
  if (row === undefined || column === undefined) return message.length > 300 ? `${message.slice(0, 300)} …` : message
  const [place, line] = [Number(column) - 1, query.split('\n')[Number(row) - 1] ?? '']
  const before = [...line].slice(0, place).join('').trim()
  const words = before.length > 40 ? `…${before.slice(-40)}` : before
  const [, prefix] = /(?:^|[^\w-])([\w-]*):[^\s:]*$/.exec(before.slice(-200)) ?? []
  // Among all the ranges there may be a sentence of what is wrong.
  const sentence = /\b[A-Z][A-Za-z]*(?: [A-Za-z]+){2,}/.exec(expected)?.[0]
  const trouble =
    sentence === 'Prefix not found' && prefix !== undefined
      ? `the prefix ${prefix}: is not declared`
      : sentence === undefined
        ? 'the query cannot go on like this'
        : sentence.charAt(0).toLowerCase() + sentence.slice(1)
  return `line ${row}, column ${column}${words === '' ? '' : `, after ${JSON.stringify(words)}`}: ${trouble}`
}
