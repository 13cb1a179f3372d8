// Which row of a sheet holds the headings, and whose they are. People put a title above, change the order, write without diacritics.
import { foldHeading, type ImportTable, importColumns } from '@hoi-truong/shared/organization'
import type { Cell } from '../read/sheet.ts'
import { textOf } from './cells.ts'

export interface Headings {
  table: ImportTable
  columns: ReadonlyMap<string, number>
  /** As written, of columns that are none of ours. */
  unknown: string[]
  /** As the template has them, of columns without which nothing can be read. */
  missing: string[]
}

/** Fewer than this and it is a coincidence: a note may begin with the word "Tên". */
const ENOUGH = 2

function headingsAs(table: ImportTable, cells: readonly Cell[]): Headings & { known: number } {
  const names = new Map<string, string>()
  for (const { key, heading, aliases } of importColumns[table])
    for (const name of [heading, ...aliases]) names.set(foldHeading(name), key)
  const columns = new Map<string, number>()
  const unknown: string[] = []
  for (const [index, cell] of cells.entries()) {
    const text = textOf(cell)
    if (text === '') continue
    const key = names.get(foldHeading(text))
    if (key !== undefined && !columns.has(key)) columns.set(key, index)
    else unknown.push(text.slice(0, 80))
  }
  const missing = importColumns[table].flatMap(({ key, heading, needed }) =>
    needed && !columns.has(key) ? [heading] : [],
  )
  return { table, columns, unknown, missing, known: columns.size }
}

/** Null: this row is no row of headings. */
export function findHeadings(cells: readonly Cell[]): Headings | null {
  const [best, other] = (['organizations', 'members'] as const)
    .map((table) => headingsAs(table, cells))
    .toSorted((a, b) => a.missing.length - b.missing.length || b.known - a.known)
  if (!best || !other) return null
  // A list that lacks most of its columns is told so by the table that it is most like.
  const likest = best.missing.length > 0 && other.known > best.known ? other : best
  return likest.known >= ENOUGH ? likest : null
}
