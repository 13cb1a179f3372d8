// PDF: really opened, by the same reader that members' browsers use.
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { MOST_CHARACTERS, MOST_PAGES, PAGES_READ } from './limits.ts'
import { hasActiveParts } from './pdfParts.ts'
import { isMarkedText } from './secretMark.ts'
import { Refused } from './verdict.ts'

type Opened = Awaited<ReturnType<typeof getDocument>['promise']>

function open(bytes: Buffer) {
  return getDocument({
    data: new Uint8Array(bytes),
    // Nothing is drawn and nothing fetched.
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  })
}

async function textOf(document: Opened, number: number): Promise<string> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  if (text.length > MOST_CHARACTERS) throw new Refused('DOCUMENT_BOMB')
  return text
}

/** Programs of the document as a whole, and files in it. */
const carriesMore = async (document: Opened): Promise<boolean> =>
  (await document.getJSActions()) !== null || (await document.getAttachments()) !== null

/** @returns the number of pages @throws Refused */
export async function inspectPdf(bytes: Buffer): Promise<number> {
  // An ending is how a PDF says that it is whole; a reader would make what it can of half a file.
  if (!bytes.subarray(-2_048).includes('%%EOF')) throw new Refused('DOCUMENT_BROKEN')
  const loading = open(bytes)
  try {
    const document = await loading.promise
    if (document.numPages < 1) throw new Refused('DOCUMENT_BROKEN')
    if (document.numPages > MOST_PAGES) throw new Refused('DOCUMENT_BOMB')
    if (hasActiveParts(bytes) || (await carriesMore(document))) throw new Refused('DOCUMENT_ACTIVE')
    for (let number = 1; number <= Math.min(PAGES_READ, document.numPages); number += 1)
      if (isMarkedText(await textOf(document, number))) throw new Refused('DOCUMENT_MARKED_SECRET')
    return document.numPages
  } catch (error) {
    if (error instanceof Refused) throw error
    if (error instanceof PasswordException) throw new Refused('DOCUMENT_ENCRYPTED')
    throw new Refused('DOCUMENT_BROKEN', { cause: error })
  } finally {
    await loading.destroy().catch(() => undefined)
  }
}
