/** An article's text as elements: sentences, marks in them, and nothing of it ever markup. */

import type { Range } from '../render/pageData.js'
import { element } from './dom.js'
import { type MarkedRange, markText, sentencesAround } from './highlight.js'
import type { Article, Evidence, Statement } from './model.js'

export function marksOf(statement: Statement): MarkedRange[] {
  return [
    ...statement.content.map((range) => ({ range, name: 'content' as const })),
    ...statement.source.map((range) => ({ range, name: 'source' as const })),
    ...statement.cue.map((range) => ({ range, name: 'cue' as const })),
    ...statement.chain.map(({ range }) => ({ range, name: 'hop' as const })),
    ...statement.hedges.map((range) => ({ range, name: 'hedge' as const }))
  ]
}

export function marksOfEvidence({ statement, range }: Evidence): MarkedRange[] {
  return statement ? marksOf(statement) : [{ range, name: 'fact' }]
}

/** What the marks mean, for those who do not see colours. */
const markWords = {
  source: 'who says it',
  cue: 'the words that attribute it',
  content: 'what is said',
  hop: 'how it came here',
  hedge: 'a hedge or a negation',
  fact: 'the words that state it',
  shared: 'also in the other article'
} as const

interface Shape {
  readonly marks: readonly MarkedRange[]
  /** The sentence that is looked at. */
  readonly current?: number
  readonly within?: Range
  /** Adds to a sentence's element what a view wants there. */
  readonly finish?: (sentence: number, span: HTMLElement) => void
}

export function textElements(article: Article, { marks, current = -1, within, finish }: Shape): HTMLElement[] {
  const box = element('div', { class: 'text', dir: 'auto', lang: article.language })
  const real = marks.filter(({ range }) => range[0] < range[1])
  for (const { sentence, pieces } of markText(article.text, article.sentences, real, within)) {
    const current_ = sentence >= 0 && sentence === current
    const span = element('span', {
      class: sentence < 0 ? null : current_ ? 'sentence current' : 'sentence',
      'data-sentence': sentence < 0 ? null : sentence
    })
    for (const { text, names } of pieces) {
      if (names.length === 0) span.append(text)
      else
        span.append(
          element('mark', { class: names.join(' '), title: names.map((name) => markWords[name]).join('; ') }, text)
        )
    }
    if (sentence >= 0) finish?.(sentence, span)
    box.append(span)
  }
  return [box]
}

/** Only the sentences that a statement or a fact stands in. */
export function sentenceElements(article: Article, marks: readonly MarkedRange[], sentence: number): HTMLElement[] {
  const core = marks.filter(({ name }) => name !== 'hedge').map(({ range }) => range)
  const own = article.sentences[sentence]
  const within = sentencesAround(article.sentences, own ? [...core, own] : core) ?? [0, article.text.length]
  return textElements(article, { marks, within })
}
