// The archive that a DOCX is. All that it claims is added up before anything is unpacked, and what is unpacked is held to its claim.
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import {
  LARGEST_PART_BYTES,
  MOST_UNPACKED_BYTES,
  MOST_ZIP_ENTRIES,
  PACKING_FLOOR_BYTES,
  TIGHTEST_PACKING,
} from './limits.ts'
import { Refused } from './verdict.ts'

const broken = (cause: unknown): Refused => new Refused('DOCUMENT_BROKEN', { cause })

const isTooTight = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > PACKING_FLOOR_BYTES && uncompressedSize > TIGHTEST_PACKING * Math.max(1, compressedSize)

export class Zip {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  /** @throws Refused DOCUMENT_BROKEN, DOCUMENT_ENCRYPTED, DOCUMENT_BOMB */
  static async open(bytes: Buffer): Promise<Zip> {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }).catch(
      (cause: unknown) => {
        throw broken(cause)
      },
    )
    const entries = new Map<string, Entry>()
    let unpacked = 0
    let count = 0
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        count += 1
        unpacked += entry.uncompressedSize
        if (entry.isEncrypted()) return reject(new Refused('DOCUMENT_ENCRYPTED'))
        if (unpacked > MOST_UNPACKED_BYTES || count > MOST_ZIP_ENTRIES || isTooTight(entry))
          return reject(new Refused('DOCUMENT_BOMB'))
        entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry)
        zip.readEntry()
      })
      zip.on('end', resolve)
      zip.on('error', (cause: unknown) => reject(broken(cause)))
      zip.readEntry()
    })
    return new Zip(zip, entries)
  }

  /** In small letters. */
  get names(): string[] {
    return [...this.#entries.keys()]
  }

  /** A part, piece by piece; nothing where there is none. @throws Refused DOCUMENT_BROKEN, DOCUMENT_BOMB */
  async *read(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name)
    if (!entry) return
    if (entry.uncompressedSize > LARGEST_PART_BYTES) throw new Refused('DOCUMENT_BOMB')
    const decoder = new TextDecoder('utf-8', { fatal: true })
    try {
      const stream = await this.#zip.openReadStreamPromise(entry)
      for await (const piece of stream) yield decoder.decode(piece as Buffer, { stream: true })
      yield decoder.decode()
    } catch (cause) {
      throw broken(cause)
    }
  }
}
