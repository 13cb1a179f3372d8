// Where the files of documents are kept: a directory, or a store that speaks S3. Everything else knows only this.
import type { Readable } from 'node:stream'

/** SHA-256 of the file, in hex; what is made of it (its text) has the same name and an ending. */
export type FileKey = string

export const FILE_KEY = /^[0-9a-f]{64}(\.text)?$/

/** Both ends included, as in HTTP. */
export interface ByteRange {
  from: number
  to: number
}

export interface StoredFile {
  key: FileKey
  /** When it was last put, in ms since 1970. */
  putAt: number
}

export interface DocumentStore {
  /**
   * Takes the file at `path`, whole or not at all; once it returns, the file outlives a power cut. To put what is there already is
   * harmless and makes it young again.
   */
  put: (key: FileKey, path: string) => Promise<void>
  /** Null when there is none. */
  open: (key: FileKey, range?: ByteRange) => Promise<Readable | null>
  has: (key: FileKey) => Promise<boolean>
  /** To remove what is not there is harmless. @param putBefore spares what was put since, in ms since 1970 */
  remove: (key: FileKey, putBefore?: number) => Promise<void>
  list: () => AsyncIterable<StoredFile>
}

/** Keys become paths and addresses: no other may ever reach them. */
export function assertKey(key: FileKey): void {
  if (!FILE_KEY.test(key)) throw new Error('no key of a stored file')
}
