/** JSON as a person reads it, made from values that are spelt already: indented, but what fits a line stays on it. */

/** A value spelt, a list, or an object's members with their keys spelt. */
export type JsonText = string | readonly JsonText[] | { readonly members: readonly (readonly [string, JsonText])[] }

const longest = 120

/** Costs time in proportion to the text: whether a value fits a line is known after so many characters as a line has. */
export function printJson(value: JsonText, indent: string): string {
  if (typeof value === 'string') return value
  const line = onOneLine(value, longest - indent.length)
  if (line !== null) return line
  const deeper = `${indent}  `
  let text = ''
  if ('members' in value) {
    for (const [key, each] of value.members) {
      text += `${text === '' ? '{\n' : ',\n'}${deeper}${key}: ${printJson(each, deeper)}`
    }
    return `${text}\n${indent}}`
  }
  for (const each of value) text += `${text === '' ? '[\n' : ',\n'}${deeper}${printJson(each, deeper)}`
  return `${text}\n${indent}]`
}

/** As JSON.stringify has it; null where it is longer than the room that there is. */
function onOneLine(value: JsonText, room: number): string | null {
  if (typeof value === 'string') return value.length <= room ? value : null
  let text = 'members' in value ? '{' : '['
  // What closes it needs one more.
  if ('members' in value) {
    for (const [key, each] of value.members) {
      const before = `${text === '{' ? '' : ','}${key}:`
      const line = onOneLine(each, room - text.length - before.length - 1)
      if (line === null) return null
      text += before + line
    }
    text += '}'
  } else {
    for (const each of value) {
      const before = text === '[' ? '' : ','
      const line = onOneLine(each, room - text.length - before.length - 1)
      if (line === null) return null
      text += before + line
    }
    text += ']'
  }
  return text.length <= room ? text : null
}
