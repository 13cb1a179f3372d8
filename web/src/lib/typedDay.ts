// Days as they stand on paper, day/month/year. A browser's own date field shows them in the order of its language, and then nobody
// knows whether 03/11 is in March.

/**
 * "03/11/2026", "3.11.2026" and "03112026" are the day 2026-11-03. What is no day comes back as it was typed, so that the schema
 * refuses it; whether the month has so many days is the schema's question too.
 */
export function dayTyped(text: string): string {
  const typed = text.trim()
  const parts = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  if (!parts) return typed
  const [, day = '', month = '', year = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The same in the one form in which days are written; what is no day stays. */
export function tidyDay(text: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(dayTyped(text))
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : text
}
