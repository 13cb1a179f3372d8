// Tables as CSV that every spreadsheet program opens: marked as UTF-8, commas, lines as Windows ends them.

/** What a cell begins with when a spreadsheet program would take it for a formula: a report quotes what strangers typed. */
const FORMULA = /^[=+\-@\t\r]/

function cellText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const BYTE_ORDER_MARK = '\uFEFF'
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cellText).join(',')}\r\n`
