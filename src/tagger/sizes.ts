/** How many values those small numbers of a page have that features look at; see page.ts. */
export const partsOfSpeech = 18
export const shapes = 5
export const inPhrases = 5
export const marks = 3
/** A lemma's prior, and with its part of speech in the lowest five bits. */
export const priors = 10
export const levelParts = priors << 5
/** The first sense of a lemma. */
export const kinds = 64
