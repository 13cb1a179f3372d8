// The parts of a presented file are fetched once: whoever changes the layout, or shows the same paper again, does not pay for it again.
import type { ReadPart } from '../api/readContent.ts'

/** One that is shown and one that was shown before. */
const MOST_DOCUMENTS = 2
/** A paper with scanned pages can be large, a phone's memory is not. */
const MOST_BYTES = 24 * 1024 * 1024

export class KeptParts {
  readonly #documents = new Map<string, Map<string, Uint8Array>>()
  #bytes = 0

  readonly keeping = (documentId: string, read: ReadPart): ReadPart => {
    const parts = this.#partsOf(documentId)
    return async (begin, end) => {
      const name = `${begin}-${end}`
      // The reader takes what it gets for its own.
      const known = parts.get(name)
      if (known) return known.slice()
      const part = await read(begin, end)
      const isKept = this.#documents.get(documentId) === parts && !parts.has(name)
      if (isKept && this.#bytes + part.length <= MOST_BYTES) {
        parts.set(name, part.slice())
        this.#bytes += part.length
      }
      return part
    }
  }

  /** The one that was asked for last is given up last. */
  #partsOf(documentId: string): Map<string, Uint8Array> {
    const parts = this.#documents.get(documentId) ?? new Map<string, Uint8Array>()
    this.#documents.delete(documentId)
    this.#documents.set(documentId, parts)
    for (const [oldest, old] of this.#documents) {
      if (this.#documents.size <= MOST_DOCUMENTS) break
      this.#documents.delete(oldest)
      for (const part of old.values()) this.#bytes -= part.length
    }
    return parts
  }
}

export const keptParts = new KeptParts()
