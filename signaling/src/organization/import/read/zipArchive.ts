// The archive that a workbook is. Sizes are checked while unpacking, so that a small file cannot fill the memory.
import type { Readable } from 'node:stream'
import { AppError } from '@hoi-truong/shared/errors'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

const MOST_ENTRIES = 10_000

export class ZipArchive {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #file: string

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, file: string) {
    this.#zip = zip
    this.#entries = entries
    this.#file = file
  }

  /** @throws AppError IMPORT_FILE_BROKEN, IMPORT_FILE_EXPANDS, IMPORT_FILE_PROTECTED */
  static async open(bytes: Buffer, file: string, mostBytes: number): Promise<ZipArchive> {
    const broken = (cause: unknown) => new AppError('IMPORT_FILE_BROKEN', { file, place: 'zip' }, { cause })
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }).catch(
      (cause: unknown) => {
        throw broken(cause)
      },
    )
    const entries = new Map<string, Entry>()
    let unpacked = 0
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        unpacked += entry.uncompressedSize
        if (entry.isEncrypted()) return reject(new AppError('IMPORT_FILE_PROTECTED', { file }))
        // What an entry says of its size is held against it when it is read.
        if (unpacked > mostBytes || entries.size >= MOST_ENTRIES)
          return reject(new AppError('IMPORT_FILE_EXPANDS', { file }))
        entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry)
        zip.readEntry()
      })
      zip.on('end', resolve)
      zip.on('error', (cause: unknown) => reject(broken(cause)))
      zip.readEntry()
    })
    return new ZipArchive(zip, entries, file)
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase())
  }

  /** The pieces of an entry; nothing where there is none. @throws AppError IMPORT_FILE_BROKEN */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase())
    if (!entry) return
    let stream: Readable | undefined
    try {
      stream = await this.#zip.openReadStreamPromise(entry)
      for await (const piece of stream) yield piece as Buffer
    } catch (cause) {
      throw new AppError('IMPORT_FILE_BROKEN', { file: this.#file, place: name }, { cause })
    } finally {
      stream?.destroy()
    }
  }
}
