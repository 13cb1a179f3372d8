// Days and hours as they stand in date and time fields: those of Việt Nam, also on a device that is set to another zone.
const OFFSET_MS = 7 * 3_600_000

export interface DayAndTime {
  /** YYYY-MM-DD */
  day: string
  /** HH:MM */
  time: string
}

export function dayAndTimeOf(iso: string): DayAndTime {
  const text = new Date(Date.parse(iso) + OFFSET_MS).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

/** ISO 8601 in UTC; null for what is no day or no time, as fields are while somebody types. */
export function isoOf(day: string, time: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null
  const at = Date.parse(`${day}T${time}:00.000Z`)
  // 31/02 is read as a day in March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return null
  return new Date(at - OFFSET_MS).toISOString()
}

/** "Thứ Năm": a day that was typed wrong is often seen by its weekday. */
export function formatWeekday(iso: string, language: 'vi' | 'en'): string {
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(iso))
  return day.slice(0, 1).toUpperCase() + day.slice(1)
}
