// Times of day as people write them. A browser's own time field has morning and afternoon in some languages, which no notice has.

/** "19:30", "19h30", "19 giờ 30 phút", "1930" and "19h" are times; null for what is none. */
export function timeTyped(text: string): string | null {
  const typed = text.trim().toLowerCase().normalize('NFC')
  const parts =
    /^(\d{1,2})\s*(?:[:.h]|giờ)\s*(\d{2})?\s*(?:phút|p)?$/.exec(typed) ??
    /^(\d{2})(\d{2})$/.exec(typed) ??
    /^(\d{1,2})()$/.exec(typed)
  if (!parts) return null
  const [, hour = '', minute] = parts
  if (Number(hour) > 23 || Number(minute || '0') > 59) return null
  return `${hour.padStart(2, '0')}:${(minute || '0').padStart(2, '0')}`
}
