// The name of a document as people read it. Files are kept under their hash: a name opens nothing, but it is shown, downloaded and read
// aloud, so what a device sends is made harmless instead of being refused.
import { type DocumentType, documentExtensions } from './types.ts'

const MOST_CHARACTERS = 200
/** Longer than any that people use; what stands behind the last full stop is else part of the name. */
const LONGEST_EXTENSION = 10

/** Also what turns the direction of writing round, by which "fdp.exe" can look like "exe.pdf". */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}<>:"|?*]/gu

function shortened(name: string, most = MOST_CHARACTERS): string {
  const characters = Array.from(name)
  if (characters.length <= most) return name
  const extension = /\.[^.\s]+$/u.exec(name)?.[0] ?? ''
  const tail = extension.length <= LONGEST_EXTENSION ? Array.from(extension) : []
  return `${characters
    .slice(0, most - tail.length - 1)
    .join('')
    .trim()}…${tail.join('')}`
}

/** The last part of whatever path the device sent, without what a file system or a terminal could take for a command; may be empty. */
export function cleanDocumentName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[\\/]/u).at(-1) ?? ''
  const clean = last
    .replace(HARMFUL, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  return shortened(clean)
}

/** With the ending that the content has: no device is to open it as something else. */
export function documentNameFor(name: string, type: DocumentType): string {
  const clean = cleanDocumentName(name) || 'Tài liệu'
  const endings = documentExtensions[type]
  return endings.some((ending) => clean.toLowerCase().endsWith(ending))
    ? clean
    : `${shortened(clean, MOST_CHARACTERS - endings[0].length)}${endings[0]}`
}
