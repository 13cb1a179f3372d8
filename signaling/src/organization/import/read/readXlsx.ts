// A workbook's sheets as rows. Streams all the way: the cells of 75,000 members are never in memory at once.
import { AppError } from '@hoi-truong/shared/errors'
import { type Cell, LONGEST_CELL, MOST_COLUMNS, type Sheet, type SheetRow } from './sheet.ts'
import { parsePart, readPart } from './xmlPart.ts'
import { ZipArchive } from './zipArchive.ts'

const BOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
/** Days between the two ways to count: from 1900, and from 1904 as old Macs do. */
const DAYS_TO_1904 = 1_462
/** Of all shared texts together; a text counts as one character at least. */
const MOST_SHARED_TEXT = 64 * 1024 * 1024

interface Book {
  sheets: { name: string; part: string }[]
  from1904: boolean
}

async function readBook(archive: ZipArchive, file: string): Promise<Book> {
  const found: { name: string; relation: string }[] = []
  let from1904 = false
  await readPart(archive, BOOK, file, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      found.push({ name: (attributes.name ?? '').slice(0, 100), relation })
    },
  })
  const targets = new Map<string, string>()
  await readPart(archive, RELATIONS, file, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const sheets = found.flatMap(({ name, relation }) => {
    const part = targets.get(relation)
    return part !== undefined && archive.has(part) ? [{ name, part }] : []
  })
  return { sheets, from1904 }
}

/** Texts that cells refer to by number. Pronunciation (rPh) is no text of the cell. */
async function readSharedTexts(archive: ZipArchive, file: string): Promise<string[]> {
  const texts: string[] = []
  let current = ''
  let inText = false
  let phonetic = 0
  let total = 0
  await readPart(archive, 'xl/sharedStrings.xml', file, {
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 'rPh') phonetic += 1
      inText = name === 't' && phonetic === 0
    },
    text: (text) => {
      if (inText && current.length < LONGEST_CELL) current += text
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic -= 1
      if (name !== 'si') return
      const text = current.slice(0, LONGEST_CELL)
      total += text.length + 1
      if (total > MOST_SHARED_TEXT) throw new AppError('IMPORT_FILE_EXPANDS', { file })
      texts.push(text)
    },
  })
  return texts
}

/** "AB12" is column 27; -1 where there is no letter. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}

function cellOf(type: string | undefined, text: string, shared: readonly string[], from1904: boolean): Cell {
  if (text === '') return null
  switch (type) {
    case 's':
      return shared[Number(text)] ?? null
    case 'inlineStr':
    case 'str':
    case 'd':
      return text.slice(0, LONGEST_CELL)
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE'
    // A formula that failed: whoever wrote it sees #N/A too.
    case 'e':
      return text.slice(0, LONGEST_CELL)
    default: {
      const value = Number(text)
      if (!Number.isFinite(value)) return text.slice(0, LONGEST_CELL)
      return from1904 ? value + DAYS_TO_1904 : value
    }
  }
}

async function* readSheet(
  archive: ZipArchive,
  part: string,
  file: string,
  shared: readonly string[],
  from1904: boolean,
): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = []
  let number = 0
  let cells: Cell[] = []
  let column = -1
  let type: string | undefined
  let text = ''
  let inValue = false
  const parsing = parsePart(archive, part, file, {
    open: (name, attributes) => {
      if (name === 'row') {
        number = Number.parseInt(attributes.r ?? '', 10) || number + 1
        cells = []
        column = -1
      } else if (name === 'c') {
        const placed = columnOf(attributes.r ?? '')
        column = placed < 0 ? column + 1 : placed
        type = attributes.t
        text = ''
      }
      inValue = name === 'v' || name === 't'
    },
    text: (piece) => {
      if (inValue && text.length <= LONGEST_CELL) text += piece
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false
      if (name === 'c' && column >= 0 && column < MOST_COLUMNS) {
        while (cells.length < column) cells.push(null)
        cells[column] = cellOf(type, text, shared, from1904)
      }
      if (name === 'row') ready.push({ row: number, cells })
    },
  })
  for await (const _ of parsing) {
    yield* ready
    ready = []
  }
}

/** @throws AppError IMPORT_FILE_KIND for another archive, IMPORT_FILE_BROKEN, IMPORT_FILE_EXPANDS, IMPORT_FILE_PROTECTED */
export async function readXlsx(bytes: Buffer, file: string, mostBytes: number): Promise<Sheet[]> {
  const archive = await ZipArchive.open(bytes, file, mostBytes)
  if (!archive.has(BOOK)) throw new AppError('IMPORT_FILE_KIND', { file })
  const { sheets, from1904 } = await readBook(archive, file)
  const shared = await readSharedTexts(archive, file)
  return sheets.map(({ name, part }) => ({ file, name, rows: readSheet(archive, part, file, shared, from1904) }))
}
