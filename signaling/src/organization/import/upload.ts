// Takes a file as it comes and lays it down piece by piece: a list of any size costs this thread no more memory than a piece.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { AppError } from '@hoi-truong/shared/errors'
import type { ImportView } from '@hoi-truong/shared/organization'
import type { Database } from '../../database/client.ts'
import { clearFile, completeFile, insertChunk } from './runs.ts'

const PIECE = 256 * 1024

/** @throws AppError IMPORT_FILE_INCOMPLETE when it is not as long as was announced */
async function* inPieces(body: Readable, bytes: number): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let held = 0
  let total = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    total += piece.length
    if (total > bytes) throw new AppError('IMPORT_FILE_INCOMPLETE')
    waiting.push(piece)
    held += piece.length
    if (held < PIECE) continue
    yield Buffer.concat(waiting)
    waiting = []
    held = 0
  }
  if (held > 0) yield Buffer.concat(waiting)
  if (total !== bytes) throw new AppError('IMPORT_FILE_INCOMPLETE')
}

/** @returns whether it was the last file, so that the dry run can begin. @throws AppError NOT_FOUND, IMPORT_NOT_CHECKED */
export async function receiveFile(
  database: Database,
  run: ImportView,
  ordinal: number,
  body: Readable,
): Promise<boolean> {
  const file = run.files[ordinal]
  if (!file) throw new AppError('NOT_FOUND')
  if (run.status !== 'uploading') throw new AppError('IMPORT_NOT_CHECKED')
  await clearFile(database, run.importId, ordinal)
  const hash = createHash('sha256')
  let part = 0
  for await (const piece of inPieces(body, file.bytes)) {
    hash.update(piece)
    await insertChunk(database, run.importId, ordinal, part, piece)
    part += 1
  }
  return completeFile(database, run.importId, ordinal, hash.digest('hex'))
}
