/** wink-nlp's parts of speech as small numbers, for features. Another order asks for training anew. */
const parts = [
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'ADJ',
  'ADV',
  'ADP',
  'DET',
  'PRON',
  'PUNCT',
  'CCONJ',
  'SCONJ',
  'PART',
  'NUM',
  'INTJ',
  'SYM'
]

const numbers: ReadonlyMap<string, number> = new Map(parts.map((part, i) => [part, i + 1]))

/** 1 to 17; 0 is kept for what lies beyond a text's ends. */
export const partOf = (pos: string): number => numbers.get(pos) ?? 17
