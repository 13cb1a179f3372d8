// What a PDF carries besides pages: programs, commands to start something, other files. Looked for by name in its structure, also in
// the packed parts of it. Pages never need them, and not every reader that members use later will ask before it obeys.
import { constants, inflateSync } from 'node:zlib'
import { MOST_UNPACKED_BYTES } from './limits.ts'
import { Refused } from './verdict.ts'

const ACTIVE = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData)(?![A-Za-z0-9])/
const PACKED_STRUCTURE = /\/Type\s*\/ObjStm/
/** Letters of a name may be written as numbers. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** What cannot be unpacked is no structure that a reader could use. @throws Refused DOCUMENT_BOMB */
function unpacked(bytes: Buffer): string {
  try {
    const options = { maxOutputLength: MOST_UNPACKED_BYTES / 4, finishFlush: constants.Z_SYNC_FLUSH }
    return inflateSync(bytes, options).toString('latin1')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Refused('DOCUMENT_BOMB')
    return ''
  }
}

/** The text between the streams, and the streams that are structure themselves. */
function* structureOf(bytes: Buffer): Generator<string> {
  let at = 0
  for (;;) {
    const stream = bytes.indexOf('stream', at)
    if (stream < 0) break
    const head = bytes.toString('latin1', at, stream)
    yield head
    const end = bytes.indexOf('endstream', stream)
    if (end < 0) return
    if (PACKED_STRUCTURE.test(head.slice(head.lastIndexOf(' obj')))) {
      const begin = bytes[stream + 6] === 0x0d ? stream + 8 : stream + 7
      yield unpacked(bytes.subarray(begin, end))
    }
    at = end + 'endstream'.length
  }
  yield bytes.toString('latin1', at)
}

export function hasActiveParts(bytes: Buffer): boolean {
  let read = 0
  for (const text of structureOf(bytes)) {
    read += text.length
    if (read > MOST_UNPACKED_BYTES) throw new Refused('DOCUMENT_BOMB')
    if (ACTIVE.test(unescaped(text))) return true
  }
  return false
}
