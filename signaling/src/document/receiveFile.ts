// A file that arrives: to disk as it comes, never into memory, counted and hashed on the way. A broken-off upload leaves nothing.
import { createHash, randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '@hoi-truong/shared/errors'

/** Longer than a phone that changes its network needs; whoever is silent for more has gone. */
const SILENCE_MS = 30_000
/** 25 MB over the slowest line that can still carry a voice; who drips a byte now and then holds no place for ever. */
const LONGEST_MS = 3_600_000

export interface ReceivedFile {
  path: string
  bytes: number
  /** Hex. */
  sha256: string
  discard: () => Promise<void>
}

interface Place {
  folder: string
  mostBytes: number
}

/** @throws AppError DOCUMENT_TOO_LARGE, DOCUMENT_BROKEN (broken off or empty) */
export async function receiveFile(body: Readable, { folder, mostBytes }: Place): Promise<ReceivedFile> {
  const file = path.join(folder, randomUUID())
  const discard = () => rm(file, { force: true })
  const hash = createHash('sha256')
  let bytes = 0
  const silence = setTimeout(() => body.destroy(), SILENCE_MS)
  const longest = setTimeout(() => body.destroy(), LONGEST_MS)
  const handle = await open(file, 'wx', 0o600)
  try {
    // One chunk at a time: the next is read when this one is written. The connection outlives a refusal, which is told over it.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      silence.refresh()
      bytes += chunk.length
      if (bytes > mostBytes) throw tooLarge(mostBytes)
      hash.update(chunk)
      // Writes on from where it stands, and all of it: a nearly full disk may take less at a time.
      await handle.writeFile(chunk)
    }
    if (bytes === 0) throw new AppError('DOCUMENT_BROKEN')
  } catch (error) {
    await discard()
    // The other end has gone; nobody hears the answer.
    throw error instanceof AppError || !isBrokenOff(error)
      ? error
      : new AppError('DOCUMENT_BROKEN', undefined, { cause: error })
  } finally {
    clearTimeout(silence)
    clearTimeout(longest)
    await handle.close()
  }
  return { path: file, bytes, sha256: hash.digest('hex'), discard }
}

export const tooLarge = (mostBytes: number): AppError =>
  new AppError('DOCUMENT_TOO_LARGE', { megabytes: Math.floor(mostBytes / 2 ** 20) })

const isBrokenOff = (error: unknown): boolean =>
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'ERR_STREAM_DESTROYED'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  )
