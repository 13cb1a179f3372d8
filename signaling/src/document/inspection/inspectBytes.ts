// One inspection, from the bytes to what the file is. It runs in a thread of its own.
import { inspectPdf } from './pdf.ts'
import { inspectPicture } from './picture.ts'
import { isMarkedName } from './secretMark.ts'
import { typeOf } from './typeOf.ts'
import { type Finding, Refused } from './verdict.ts'
import { inspectWord } from './word.ts'

/** @param name as the device called it @throws Refused */
export async function inspectBytes(bytes: Buffer, name: string): Promise<Finding> {
  const type = typeOf(bytes)
  if (isMarkedName(name)) throw new Refused('DOCUMENT_MARKED_SECRET')
  switch (type) {
    case 'pdf':
      return { type, pages: await inspectPdf(bytes), text: null }
    case 'docx':
      return { type, pages: null, text: await inspectWord(bytes) }
    default:
      inspectPicture(bytes, type)
      return { type, pages: null, text: null }
  }
}
