/**
 * Article → sentences, tokens and quotations with exact UTF-16 offsets. The only importer of wink-nlp.
 *
 * The result depends on the text and its marks alone, whatever the process has read before.
 */
import type { Article, Sentence, Token } from '../model.js'
import { findParagraphs } from './paragraphs.js'
import { findQuotes, type Quote } from './quotes.js'
import { splitSentences } from './sentences.js'
import { tokenize } from './wink.js'

/** An article that has been read closely: what every rule and model of `extract` looks at. */
export interface Prose {
  readonly article: Article
  readonly sentences: readonly Sentence[]
  /** Those of all sentences. */
  readonly tokens: readonly Token[]
  readonly quotes: readonly Quote[]
}

/** @example readProse(article).sentences[0]?.tokens[0]?.pos // 'PROPN' */
export function readProse(article: Article): Prose {
  const { text, marks } = article
  const { tokens, starts } = tokenize(text)
  const paragraphs = findParagraphs(text)
  const quotes = findQuotes(text, paragraphs, tokens)
  return { article, sentences: splitSentences({ text, marks, tokens, starts, paragraphs, quotes }), tokens, quotes }
}

export { beginsUpper, isPossessive } from './letters.js'
export { findParagraphs, trim } from './paragraphs.js'
export { partOf } from './partsOfSpeech.js'
export type { Quote } from './quotes.js'
export { tokenAt } from './tokens.js'
