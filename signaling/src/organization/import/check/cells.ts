// What people write into cells, as values: spaces and forms of Unicode evened out, days as written on paper or as a spreadsheet keeps them.
import type { Cell } from '../read/sheet.ts'

const DAY_MS = 86_400_000
/** Day 0 of a spreadsheet; its day 60, 29/02/1900, never was, and nobody here was a member then. */
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30)
const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2200

export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell)
  return cell.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** What neither a name nor a code has, and PostgreSQL cannot keep. */
export const isReadableText = (text: string): boolean => text.isWellFormed() && !/[\p{Cc}\uFFFD]/u.test(text)

function dayFrom(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? date.toISOString().slice(0, 10) : null
}

/** YYYY-MM-DD; null for an empty cell, undefined for what is no day. */
export function dayOfCell(cell: Cell | undefined): string | null | undefined {
  if (typeof cell === 'number') {
    const date = new Date(SPREADSHEET_EPOCH + Math.floor(cell) * DAY_MS)
    if (Number.isNaN(date.getTime()) || cell < 1) return undefined
    return dayFrom(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) ?? undefined
  }
  const text = textOf(cell)
  if (text === '') return null
  const written = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text)
  if (written) return dayFrom(Number(written[3]), Number(written[2]), Number(written[1])) ?? undefined
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00:00(?:\.0+)?Z?)?$/.exec(text)
  return iso ? (dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? undefined) : undefined
}
