/** What Hearsay throws at a user's mistake or a bad input: a code for programs, a sentence with the remedy for people. */

export type ErrorCode =
  | 'not-utf8'
  | 'empty'
  | 'binary'
  | 'unreadable'
  | 'unsupported'
  | 'malformed'
  | 'language'
  | 'too-large'
  | 'changed'
  | 'duplicate'
  | 'usage'
  | 'unknown'
  | 'config'
  | 'write'
  | 'aborted'
  | 'internal'

export interface ErrorDetails {
  /** The file or input that it is about. */
  readonly input?: string
  readonly cause?: unknown
}

/** @example throw new HearsayError('empty', 'the file is empty: put the article into it', { input: 'a.txt' }) */
export class HearsayError extends Error {
  override readonly name = 'HearsayError'
  readonly code: ErrorCode
  readonly input: string | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause })
    this.code = code
    this.input = details.input
  }
}
