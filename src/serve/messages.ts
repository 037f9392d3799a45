/** What the server and its query threads say to each other. */
import type { ErrorCode } from '../errors.js'
import type { Query, StoreText } from '../store/index.js'

/** What a thread is started with. The text is shared by all threads, and read once. */
export interface WorkerSettings {
  readonly texts: readonly StoreText[]
}

export interface QueryMessage extends Query {
  /** The media type that is wanted for rows and for triples; null where the client takes none. */
  readonly rowType: string | null
  readonly tripleType: string | null
  /** At most so many characters of answer. */
  readonly longest: number
}

export interface QueryReply {
  readonly mediaType: string
  readonly text: string
  /** Whether there was more than the limit. */
  readonly cut: boolean
}

export type FromWorker =
  | { readonly type: 'ready'; readonly size: number }
  | { readonly type: 'broken'; readonly message: string }
  | { readonly type: 'reply'; readonly reply: QueryReply }
  | { readonly type: 'error'; readonly code: ErrorCode | 'not-acceptable'; readonly message: string }
