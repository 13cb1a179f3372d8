// What a file is, by its content: names lie, and half of the lists that committees send are something else than they say.
import { AppError } from '@hoi-truong/shared/errors'

export type FileForm = 'zip' | 'utf-8' | 'utf-16le' | 'utf-16be'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The compound file of old Excel, which also wraps a workbook that has a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const LOOKED_AT = 64 * 1024

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/** @throws AppError IMPORT_FILE_KIND, IMPORT_FILE_OLD_EXCEL, IMPORT_FILE_PROTECTED */
export function formOf(bytes: Buffer, file: string): FileForm {
  if (begins(bytes, ZIP)) return 'zip'
  if (begins(bytes, COMPOUND))
    throw new AppError(bytes.includes(ENCRYPTED) ? 'IMPORT_FILE_PROTECTED' : 'IMPORT_FILE_OLD_EXCEL', { file })
  if (begins(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (begins(bytes, [0xfe, 0xff])) return 'utf-16be'
  const start = bytes.subarray(0, LOOKED_AT)
  // No text has a NUL; PDF, pictures and the like have one soon.
  if (start.includes(0) || start.subarray(0, 5).toString('latin1') === '%PDF-')
    throw new AppError('IMPORT_FILE_KIND', { file })
  return 'utf-8'
}
