// Dates, times, numbers as they are written in the field's documents (DOMAIN 7), the same on every device.

export type Language = 'vi' | 'en'

/** Meetings happen in Viet Nam: their hours are read there, also on a device that is set to another zone. */
const TIME_ZONE = 'Asia/Ho_Chi_Minh'

const partsFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function partsOf(iso: string) {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of partsFormat.formatToParts(new Date(iso))) parts[type] = value
  return { year: '', month: '', day: '', hour: '', minute: '', second: '', ...parts }
}

/** "19 giờ 30 phút" */
export function formatTime(iso: string, language: Language): string {
  const { hour, minute } = partsOf(iso)
  return language === 'vi' ? `${hour} giờ ${minute} phút` : `${hour}:${minute}`
}

/** "19:30:05", for lists of intervals, where seconds matter and words would drown them. */
export function formatClock(iso: string): string {
  const { hour, minute, second } = partsOf(iso)
  return `${hour}:${minute}:${second}`
}

/** "03/11/2026" */
export function formatDate(iso: string): string {
  const { day, month, year } = partsOf(iso)
  return `${day}/${month}/${year}`
}

/** "19 giờ 30 phút, ngày 03/11/2026" */
export function formatDateTime(iso: string, language: Language): string {
  return `${formatTime(iso, language)}, ${language === 'vi' ? 'ngày ' : ''}${formatDate(iso)}`
}

/** "2026-11" is month 11/2026. */
export function formatMonth(month: string): string {
  const [year, number] = month.split('-')
  return `${number}/${year}`
}

/** "1 giờ 40 phút"; under a minute in seconds. */
export function formatDuration(ms: number, language: Language): string {
  const all = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(all / 3600)
  const minutes = Math.floor((all % 3600) / 60)
  const [h, m, s] = language === 'vi' ? ['giờ', 'phút', 'giây'] : ['h', 'min', 's']
  if (all < 60) return `${all} ${s}`
  return [...(hours > 0 ? [`${hours} ${h}`] : []), ...(minutes > 0 ? [`${minutes} ${m}`] : [])].join(' ')
}

/** A running clock: "1:05:09", "05:09". */
export function formatElapsed(ms: number): string {
  const all = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(all / 3600)
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor((all % 3600) / 60))}:${two(all % 60)}`
}

/** Hundredths of a percent: 8636 is "86,36%" ("86.36%" in English). Integers, so that nothing is lost to rounding. */
export function formatRate(hundredths: number, language: Language): string {
  const fraction = String(hundredths % 100).padStart(2, '0')
  return `${Math.floor(hundredths / 100)}${language === 'vi' ? ',' : '.'}${fraction}%`
}

/** 3745 is "3.745" ("3,745" in English). */
export function formatCount(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',')
}
