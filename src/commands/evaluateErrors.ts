/** Errors of an evaluation → lines to read, each error in its sentence. */
import {
  type AnnotatedArticle,
  type Attribution,
  type AttributionError,
  excerpt,
  type NamedArticle,
  type NameError
} from '../evaluate/index.js'
import { faint, printable } from './terminal.js'

/** Up to `most` of each kind, spread evenly over the articles. */
export function attributionErrors(
  articles: readonly AnnotatedArticle[],
  errors: readonly AttributionError[],
  most: number
): string[] {
  const texts = new Map(articles.map(({ doc, text }) => [doc, text]))
  return sample(errors, most).map(({ kind, doc, attribution, found }) => {
    const characters = [...(texts.get(doc) ?? '')]
    const shown = [`${kind}  ${faint(printable(doc))}`, `    ${printable(inSentence(characters, attribution))}`]
    if (found !== undefined) shown.push(`    ${faint('found:')} ${printable(inSentence(characters, found))}`)
    return shown.join('\n')
  })
}

const inSentence = (characters: readonly string[], { source, cue, content }: Attribution): string =>
  excerpt(characters, [
    { spans: source, brackets: ['{', '}'] },
    { spans: cue, brackets: ['<', '>'] },
    { spans: content, brackets: ['[', ']'] }
  ])

export function nameErrors(articles: readonly NamedArticle[], errors: readonly NameError[], most: number): string[] {
  const texts = new Map(articles.map(({ doc, text }) => [doc, text]))
  return sample(errors, most).map(({ kind, doc, start, end, type, found }) => {
    const words = excerpt([...(texts.get(doc) ?? '')], [{ spans: [[start, end]], brackets: ['[', ']'] }])
    const types = found === undefined ? type : `${type}, found as ${found}`
    return `${kind}  ${faint(printable(doc))}  ${types}\n    ${printable(words)}`
  })
}

function sample<Error extends { readonly kind: string }>(errors: readonly Error[], most: number): Error[] {
  const kinds = [...new Set(errors.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const all = errors.filter((each) => each.kind === kind)
    const step = Math.max(1, Math.floor(all.length / most))
    return all.filter((_, i) => i % step === 0).slice(0, most)
  })
}
