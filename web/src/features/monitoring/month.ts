// Months as the address and the buttons have them: YYYY-MM.

export const isMonth = (text: string | null): text is string =>
  text !== null && /^2[01]\d{2}-(0[1-9]|1[0-2])$/.test(text)

/** @param by months ahead, or back when negative */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const all = year * 12 + number - 1 + by
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`
}
