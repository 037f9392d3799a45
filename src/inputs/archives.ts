/** Packed files → what is in them, within bounds: a file of a few kilobytes can claim to hold terabytes. */
import { Gunzip, unzipSync } from 'fflate'
import { HearsayError } from '../errors.js'

const largestEntry = 256 * 2 ** 20
const largestTotal = 2 ** 30

/** The chunks that come out of a gzip file, of one member or many. */
export function* unpacked(chunks: Iterable<Uint8Array>, name: string): Iterable<Uint8Array> {
  let ready: Uint8Array[] = []
  const gunzip = new Gunzip((chunk) => {
    ready.push(chunk)
  })
  try {
    for (const chunk of chunks) {
      // In small pieces, so that what comes out is handed on before more is made of it.
      for (let at = 0; at < chunk.length; at += 65_536) {
        gunzip.push(chunk.subarray(at, at + 65_536))
        yield* ready
        ready = []
      }
    }
    gunzip.push(new Uint8Array(0), true)
    yield* ready
  } catch (cause) {
    const message = 'this gzip file is broken or cut off: fetch it again; what came before is read'
    throw new HearsayError('malformed', message, { input: name, cause })
  }
}

/** The files of a zip archive, in the order of their names. */
export function entriesOf(bytes: Uint8Array, name: string): { readonly name: string; readonly bytes: Uint8Array }[] {
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name: entry, originalSize }) => {
        const wanted = !entry.endsWith('/') && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(entry)
        if (!wanted) return false
        total += originalSize
        if (originalSize <= largestEntry && total <= largestTotal) return true
        throw new HearsayError('too-large', 'it unpacks to more than a gigabyte: unpack it and name the folder', {
          input: name
        })
      }
    })
    return Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([entry, content]) => ({ name: `${name}/${entry}`, bytes: content }))
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause
    throw new HearsayError('malformed', 'this zip archive is broken or cut off: fetch it again', { input: name, cause })
  }
}
