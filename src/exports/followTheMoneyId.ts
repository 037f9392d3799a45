/** Ids as FollowTheMoney takes them: letters, digits, dots and dashes, nothing else at either end. */
import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { wellFormed } from '../rdf/terms.js'

/** What kind of thing it is, and a hash of its key. */
export function createId(kind: 'entity' | 'article' | 'said' | 'about' | 'relation', key: string): string {
  return `hearsay-${kind}-${bytesToHex(sha1(utf8ToBytes(wellFormed(key))))}`
}
