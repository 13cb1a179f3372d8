// What a file is, by its content. Five kinds are taken, so five looks are enough.
import type { DocumentType } from '@hoi-truong/shared/document'
import { Refused } from './verdict.ts'

const startsWith = (bytes: Buffer, hex: string, at = 0): boolean =>
  bytes.subarray(at, at + hex.length / 2).toString('hex') === hex

/** A ZIP is taken for a DOCX until it is looked into. @throws Refused DOCUMENT_TYPE_WRONG */
export function typeOf(bytes: Buffer): DocumentType {
  if (startsWith(bytes, '89504e470d0a1a0a')) return 'png'
  if (startsWith(bytes, 'ffd8ff')) return 'jpeg'
  if (startsWith(bytes, '52494646') && startsWith(bytes, '57454250', 8)) return 'webp'
  if (startsWith(bytes, '504b0304')) return 'docx'
  // At the very beginning only: what has something else before it may be something else to another reader.
  if (/^(\xef\xbb\xbf)?\s*%PDF-\d/.test(bytes.subarray(0, 64).toString('latin1'))) return 'pdf'
  // A DOCX with a password is no archive but this older form, in which old files of Word are too.
  if (startsWith(bytes, 'd0cf11e0a1b11ae1') && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw new Refused('DOCUMENT_ENCRYPTED')
  throw new Refused('DOCUMENT_TYPE_WRONG')
}
