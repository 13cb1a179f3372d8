// The default store: a directory, in which each file has its hash for a name. Several nodes may share it (NFS, a volume).
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, copyFile, link, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import {
  assertKey,
  type ByteRange,
  type DocumentStore,
  FILE_KEY,
  type FileKey,
  type StoredFile,
} from './DocumentStore.ts'

const FOLDER = /^[0-9a-f]{2}$/

/** What is being received; on the same file system as the files, so that taking one is giving it a name. */
export const incomingFolder = (root: string): string => path.join(root, 'incoming')

/** Of a folder: the names in it. A file is there after a power cut only when both are. */
async function syncFile(file: string): Promise<void> {
  const handle = await open(file, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

export class DirectoryStore implements DocumentStore {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  /** Two hundred and fifty-six folders: a directory of a hundred thousand files is slow to list for whoever backs it up. */
  #pathOf(key: FileKey): string {
    assertKey(key)
    return path.join(this.#root, key.slice(0, 2), key)
  }

  async put(key: FileKey, source: string): Promise<void> {
    const target = this.#pathOf(key)
    const folder = path.dirname(target)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (await this.has(key)) {
      const now = new Date()
      await utimes(target, now, now)
      return
    }
    await syncFile(source)
    try {
      await link(source, target)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // Two who post the same file at once.
      if (code !== 'EEXIST') await this.#copy(source, target)
    }
    await syncFile(folder)
  }

  /** Where the source is on another file system, or names cannot be shared. */
  async #copy(source: string, target: string): Promise<void> {
    const incoming = incomingFolder(this.#root)
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const temporary = path.join(incoming, randomUUID())
    try {
      await copyFile(source, temporary)
      await syncFile(temporary)
      await rename(temporary, target)
    } finally {
      await rm(temporary, { force: true })
    }
  }

  async open(key: FileKey, range?: ByteRange): Promise<Readable | null> {
    try {
      const handle = await open(this.#pathOf(key), 'r')
      return handle.createReadStream(range ? { start: range.from, end: range.to } : {})
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  async has(key: FileKey): Promise<boolean> {
    try {
      await access(this.#pathOf(key))
      return true
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  }

  async remove(key: FileKey, putBefore = Number.POSITIVE_INFINITY): Promise<void> {
    const file = this.#pathOf(key)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (mtimeMs <= putBefore) await rm(file, { force: true })
  }

  async *list(): AsyncIterable<StoredFile> {
    for (const folder of await readdir(this.#root)) {
      if (!FOLDER.test(folder)) continue
      for (const name of await readdir(path.join(this.#root, folder))) {
        const file = await stat(path.join(this.#root, folder, name)).catch(() => null)
        if (file && FILE_KEY.test(name)) yield { key: name, putAt: file.mtimeMs }
      }
    }
  }
}
