// The files as two lists of rows. What concerns a whole file ends here: a form that is none, a table without its columns.
import { AppError } from '@hoi-truong/shared/errors'
import {
  EXAMPLE_CODE,
  EXAMPLE_NUMBER,
  type ImportNote,
  type ImportTable,
  type MemberColumn,
  type OrganizationColumn,
} from '@hoi-truong/shared/organization'
import { formOf } from '../read/fileForm.ts'
import { readCsv } from '../read/readCsv.ts'
import { readXlsx } from '../read/readXlsx.ts'
import { isBlank, type ReadingLimits, type Sheet, type SheetRow } from '../read/sheet.ts'
import { FaultList } from './FaultList.ts'
import { findHeadings, type Headings } from './findHeadings.ts'
import { RowCells } from './RowCells.ts'
import { type MemberRow, memberRow, type OrganizationRow, organizationRow } from './rows.ts'

export interface ImportedFile {
  name: string
  content: Buffer
}

export interface Tables {
  organizations: OrganizationRow[]
  members: MemberRow[]
  notes: ImportNote[]
  faults: FaultList
}

/** By the folded names of the table of kinds. */
export type Kinds = ReadonlyMap<string, { kind: string; branch: boolean }>

export interface ReadingParts {
  kinds: Kinds
  limits: ReadingLimits
  /** Told now and then how many rows were read. */
  onRows?: (rows: number) => void
}

/** Nobody reads more of what is only said. */
const MOST_NOTES = 100
/** A title, an organization's name, a date: above the headings people write a few lines. */
const HEADINGS_WITHIN = 20
const TOLD_EVERY = 1_000

async function sheetsOf({ name, content }: ImportedFile, limits: ReadingLimits): Promise<Sheet[]> {
  const form = formOf(content, name)
  if (form === 'zip') return readXlsx(content, name, limits.unpackedBytes)
  return [{ file: name, name: null, rows: readCsv(content, form, name) }]
}

class TableReader {
  readonly tables: Tables = { organizations: [], members: [], notes: [], faults: new FaultList() }
  /** Sheets that had headings of ours. */
  found = 0
  readonly #parts: ReadingParts
  #rows = 0

  constructor(parts: ReadingParts) {
    this.#parts = parts
  }

  async read(sheet: Sheet): Promise<void> {
    let headings: Headings | null = null
    let looked = 0
    for await (const { row, cells } of sheet.rows) {
      if (isBlank(cells)) continue
      if (headings) {
        this.#take(sheet, headings.table, row, cells, headings.columns)
        continue
      }
      headings = findHeadings(cells)
      looked += 1
      if (headings) this.#begin(sheet, headings)
      else if (looked >= HEADINGS_WITHIN) break
    }
    if (!headings && looked > 0) {
      const { file, name } = sheet
      this.#note({ file, sheet: name, code: 'SHEET_LEFT_OUT', params: { sheet: name ?? file } })
    }
  }

  #note(note: ImportNote): void {
    if (this.tables.notes.length < MOST_NOTES) this.tables.notes.push(note)
  }

  #begin({ file, name }: Sheet, { missing, unknown }: Headings): void {
    if (missing.length > 0)
      throw new AppError('IMPORT_HEADINGS_MISSING', {
        file: name === null ? file : `${file}, ${name}`,
        headings: missing.join(', '),
      })
    this.found += 1
    for (const column of unknown) this.#note({ file, sheet: name, code: 'COLUMN_UNKNOWN', params: { column } })
  }

  #take(
    { file, name }: Sheet,
    table: ImportTable,
    row: number,
    cells: SheetRow['cells'],
    columns: ReadonlyMap<string, number>,
  ): void {
    const { limits, kinds, onRows } = this.#parts
    this.#rows += 1
    if (this.#rows > limits.rows) throw new AppError('IMPORT_TOO_MANY_ROWS', { rows: limits.rows })
    if (this.#rows % TOLD_EVERY === 0) onRows?.(this.#rows)
    const key = cells[columns.get(table === 'organizations' ? 'code' : 'number') ?? -1]
    if (key === EXAMPLE_CODE || key === EXAMPLE_NUMBER) {
      this.#note({ file, sheet: name, code: 'EXAMPLE_LEFT_OUT', params: { row } })
      return
    }
    const place = { table, file, sheet: name, row, order: this.#rows }
    const { faults, organizations, members } = this.tables
    if (table === 'organizations')
      organizations.push(organizationRow(new RowCells<OrganizationColumn>(place, cells, columns, faults), kinds))
    else members.push(memberRow(new RowCells<MemberColumn>(place, cells, columns, faults)))
  }
}

/** @throws AppError IMPORT_FILE_KIND and the others of a file, IMPORT_NO_TABLE, IMPORT_HEADINGS_MISSING, IMPORT_TOO_MANY_ROWS */
export async function readTables(files: readonly ImportedFile[], parts: ReadingParts): Promise<Tables> {
  const reader = new TableReader(parts)
  for (const file of files) for (const sheet of await sheetsOf(file, parts.limits)) await reader.read(sheet)
  if (reader.found === 0) throw new AppError('IMPORT_NO_TABLE')
  return reader.tables
}
