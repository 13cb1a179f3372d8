// What a table looks like once its file's form is forgotten: rows of cells, each row with its number as the spreadsheet program shows it.

/** A number is one that the workbook holds as a number: a day counted from 1900 among others. */
export type Cell = string | number | null

export interface SheetRow {
  row: number
  cells: readonly Cell[]
}

export interface Sheet {
  file: string
  /** Null for a CSV file, which has but one. */
  name: string | null
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>
}

export interface ReadingLimits {
  /** Of all rows that are not empty. */
  rows: number
  /** Of everything in an archive once it is unpacked. */
  unpackedBytes: number
}

export const READING_LIMITS: ReadingLimits = { rows: 300_000, unpackedBytes: 1024 * 1024 * 1024 }

/** Beyond this a row holds nothing of ours. */
export const MOST_COLUMNS = 200
/** A cell is cut here; what our columns may hold is far less, and says so. */
export const LONGEST_CELL = 2_000

export const isBlank = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))
