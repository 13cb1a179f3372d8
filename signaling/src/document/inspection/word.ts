// DOCX: what an archive must have to be one, what it must not carry, and its text.
import type { DocumentText } from '@hoi-truong/shared/document'
import { isMarkedText } from './secretMark.ts'
import { Refused } from './verdict.ts'
import { headingStyles, WordText } from './wordText.ts'
import { readXml } from './wordXml.ts'
import { Zip } from './zip.ts'

const MAIN = 'word/document.xml'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** Programs and foreign objects; the workbook behind a chart (.xlsx) is none. */
const ACTIVE_PART = /(^|\/)vbaproject\.bin$|^word\/activex\/|^word\/embeddings\/.*\.(?!xlsx$)[^.]*$/
/** What Word would fetch from elsewhere as soon as the file is opened. */
const FETCHED = /\/(attachedTemplate|oleObject|frame|subDocument|aFChunk)$/
/** Beside the text: there a mark of secrecy may stand too. */
const EDGE = /^word\/(header|footer)\d*\.xml$/

async function contentTypes(zip: Zip): Promise<string[]> {
  const types: string[] = []
  await readXml(zip, '[content_types].xml', {
    open: (_name, { ContentType: type }) => {
      if (type) types.push(type)
    },
  })
  return types
}

async function fetchesMore(zip: Zip): Promise<boolean> {
  let found = false
  for (const part of zip.names.filter((name) => /^word\/_rels\/[^/]*\.rels$/.test(name)))
    await readXml(zip, part, {
      open: (_name, { TargetMode: mode, Type: type }) => {
        found ||= mode === 'External' && FETCHED.test(type ?? '')
      },
    })
  return found
}

const linesOf = ({ blocks }: DocumentText): string[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : block.text))

const isMarked = (text: DocumentText): boolean => linesOf(text).some(isMarkedText)

/** @throws Refused */
export async function inspectWord(bytes: Buffer): Promise<DocumentText> {
  const zip = await Zip.open(bytes)
  if (!zip.names.includes(MAIN) || !zip.names.includes('[content_types].xml')) throw new Refused('DOCUMENT_TYPE_WRONG')
  const types = await contentTypes(zip)
  if (types.some((type) => /macroEnabled|vbaProject/i.test(type)) || zip.names.some((name) => ACTIVE_PART.test(name)))
    throw new Refused('DOCUMENT_ACTIVE')
  if (!types.includes(WORD)) throw new Refused('DOCUMENT_TYPE_WRONG')
  if (await fetchesMore(zip)) throw new Refused('DOCUMENT_ACTIVE')

  const styles = headingStyles()
  await readXml(zip, 'word/styles.xml', styles)
  const body = new WordText(styles.levels)
  await readXml(zip, MAIN, body)
  const edges = new WordText()
  for (const part of zip.names.filter((name) => EDGE.test(name))) await readXml(zip, part, edges)
  if (isMarked(body.result) || isMarked(edges.result)) throw new Refused('DOCUMENT_MARKED_SECRET')
  return body.result
}
