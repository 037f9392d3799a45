import { describe, expect, test } from 'vitest'
import {
  calibrationOf,
  excerpt,
  type FoundName,
  readAnnotatedNames,
  readBrat,
  scoreAttributions,
  scoreNames
} from '../../src/evaluate/index.js'
import { kindOf } from '../../src/evaluate/kinds.js'

const text = 'Ana Reis said the bridge was safe. Omar Haddad doubts it. “Go home,” the police wrote.'
const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
const part = (source: string, cue: string, content: string) => ({
  source: source === '' ? [] : [at(source)],
  cue: [at(cue)],
  content: [at(content)]
})
const first = part('Ana Reis', 'said', 'the bridge was safe')
const second = part('Omar Haddad', 'doubts', 'it')
const third = part('the police', 'wrote', '“Go home,”')

describe('annotations in brat’s form', () => {
  test('are spans joined by events, with parts in several pieces', () => {
    const lines = ['T1\tSource 0 8\tAna Reis', 'T2\tCue 9 13\tsaid', 'T3\tContent 14 20;25 33\tthe br … safe']
    expect(readBrat([...lines, 'E1\tAttribution:T9 Content:T3 Cue:T2 Source:T1', ''].join('\n'))).toEqual([
      {
        source: [[0, 8]],
        cue: [[9, 13]],
        content: [
          [14, 20],
          [25, 33]
        ]
      }
    ])
  })
  test.each([
    ['T1\tSource x 8\tAna', /a\.ann|line 1.*no span/],
    ['T1\tSource 8 0\tAna', /line 1.*no span/],
    ['T1\tCue 0 3\tAna\nE1\tAttribution:T9 Content:T7 Cue:T1', /line 2.*no span T7/]
  ])('that are wrong are refused with their line: %s', (lines, message) => {
    expect(() => readBrat(lines, 'a.ann')).toThrow(message)
  })
})

describe('statements', () => {
  test('all found, all right', () => {
    const { views, errors, right } = scoreAttributions([
      { doc: 'a', text, gold: [first, third], predicted: [first, third] }
    ])
    expect([views.all.statement.f1, views.speech.contentExact.f1, views.all.cue.f1]).toEqual([1, 1, 1])
    expect([errors, right]).toEqual([[], [[true, true]]])
  })
  test('by how they are told, and their speakers', () => {
    const scored = scoreAttributions([
      { doc: 'a', text, gold: [first, third], predicted: [first, { ...third, source: [] }] }
    ])
    expect(scored.kinds.indirect).toMatchObject({ gold: 1, precision: 1, recall: 1 })
    expect(scored.kinds.direct).toMatchObject({ gold: 1, precision: 0, recall: 0 })
    expect(scored.speaker).toBe(0.5)
  })
  test('one missed, one with a wrong source, one that nobody annotated', () => {
    const wrong = { ...third, source: first.source }
    const { views, errors, right } = scoreAttributions([
      { doc: 'a', text, gold: [first, third], predicted: [second, wrong] }
    ])
    expect(views.all.statement).toEqual({ precision: 0, recall: 0, f1: 0 })
    expect(views.all.content.recall).toBeCloseTo(2 / 6)
    expect(errors.map(({ kind }) => kind)).toEqual(['missed', 'differs', 'spurious'])
    expect(right).toEqual([[false, false]])
  })
  test('a cue without a reporting word counts only in the view of all', () => {
    const { views } = scoreAttributions([{ doc: 'a', text, gold: [first, second], predicted: [first, second] }])
    expect([views.all.gold, views.speech.gold, views.speech.predicted]).toEqual([2, 1, 1])
  })
})

test.each([
  ['“It rained.”', 'direct'],
  ["''It rained.''", 'direct'],
  ['it “rained” all day', 'mixed'],
  ['that it rained', 'indirect']
] as const)('how a content is told: %s', (words, kind) => {
  expect(kindOf(words, { source: [], cue: [], content: [[0, words.length]] })).toBe(kind)
  expect(kindOf('Marks “outside”', { source: [], cue: [], content: [[7, 14]] })).toBe('direct')
})

describe('names', () => {
  const gold = readAnnotatedNames([
    JSON.stringify({
      doc: 'a',
      text: '😀 Ana Reis met Omar Haddad in Porto. Reis left.',
      entities: [
        { start: 2, end: 10, type: 'person', cluster: 1 },
        { start: 15, end: 26, type: 'person', cluster: 2 },
        { start: 30, end: 35, type: 'place', wiki: 'Porto' },
        { start: 37, end: 41, type: 'person', cluster: 1 }
      ]
    })
  ])
  const found = (start: number, end: number, type: string, entity: string): FoundName => ({ start, end, type, entity })
  const score = (predicted: readonly FoundName[]) => scoreNames(gold.map((each) => ({ ...each, predicted })))

  test('spans, boundaries and types', () => {
    const result = score([
      found(2, 10, 'person', 'ana'),
      found(15, 19, 'person', 'omar'),
      found(30, 35, 'outlet', 'porto'),
      found(11, 14, 'person', 'met'),
      found(0, 1, 'channel', 'smile')
    ])
    expect(result.predicted).toBe(3)
    expect(result.span).toMatchObject({ precision: 1, recall: 0.75 })
    expect(result.exact.recall).toBe(0.5)
    expect(result.typed.recall).toBe(0.5)
    expect(result.errors.map(({ kind, type, found: as }) => [kind, type, as])).toEqual([
      ['type', 'place', 'outlet'],
      ['missed', 'person', undefined]
    ])
  })
  test('what is one must be one and nothing else', () => {
    const apart = score([found(2, 10, 'person', 'ana'), found(37, 41, 'person', 'reis')])
    expect(apart.bCubed).toMatchObject({ precision: 1, recall: 0.5 })
    const glued = score([found(2, 10, 'person', 'ana'), found(15, 26, 'person', 'ana')])
    expect(glued.bCubed).toMatchObject({ precision: 0.5, recall: 1 })
  })
  test('across articles one entity has one id', () => {
    const twice = [0, 1].map((i) => ({
      ...(gold[0] ?? { text: '', gold: [] }),
      doc: `${i}`,
      predicted: [found(2, 10, 'person', `ana-${i}`)]
    }))
    expect(scoreNames(twice).bCubed.f1).toBe(1)
    expect(scoreNames(twice, { across: true }).bCubed.recall).toBe(0.5)
  })
  test.each([
    ['{', /no JSON/],
    ['{"doc": "a"}', /must be strings/],
    ['{"doc": "a", "text": "b", "entities": [{"start": 0, "end": 9, "type": "person"}]}', /in the text/],
    ['{"doc": "a", "text": "b", "entities": [{"start": 0, "end": 1, "type": "robot"}]}', /not "robot"/]
  ])('annotations that are wrong are refused: %s', (line, message) => {
    expect(() => readAnnotatedNames([line], 'gold.jsonl')).toThrow(message)
  })
})

test('probabilities are compared with what came true', () => {
  const judged = [0.92, 0.94, 0.96, 0.98].map((probability, i) => ({ probability, right: i > 0 }))
  const { bins, error } = calibrationOf([...judged, { probability: 0.05, right: false }])
  expect(bins.map(({ from, count, observed }) => [from, count, observed])).toEqual([
    [0, 1, 0],
    [0.9, 4, 0.75]
  ])
  expect(error).toBeCloseTo((4 * 0.2 + 0.05) / 5)
  expect(calibrationOf([])).toEqual({ bins: [], error: 0 })
})

test('an error is shown in its sentence', () => {
  const parts = [
    { spans: second.source, brackets: ['{', '}'] as const },
    { spans: second.cue, brackets: ['<', '>'] as const },
    { spans: second.content, brackets: ['[', ']'] as const }
  ]
  expect(excerpt([...text], parts)).toBe('{Omar Haddad} <doubts> [it].')
})
