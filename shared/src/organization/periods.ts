// Days and periods. Everything about organizations and members is valid from one day to another, both included, as decisions are
// written; days are those of Vietnam, whatever clock the reader's device shows.
import { z } from 'zod'

const VIETNAM_AHEAD_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/** YYYY-MM-DD; text order is order in time. */
export const daySchema = z.iso.date()

/** `from` null: since before the records. `to` null: until further notice. */
export interface Period {
  from: string | null
  to: string | null
}

/** The day in Vietnam at a moment (ISO 8601). */
export const dayOf = (at: string): string => new Date(Date.parse(at) + VIETNAM_AHEAD_MS).toISOString().slice(0, 10)

export const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)

export const isInForce = ({ from, to }: Period, day: string): boolean =>
  (from === null || from <= day) && (to === null || day <= to)

export const overlaps = (a: Period, b: Period): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to)

/** Ended before it began: it was taken back. */
export const isEmpty = ({ from, to }: Period): boolean => from !== null && to !== null && to < from

/** The period up to a day, when it reaches further. */
export const endedBy = <P extends Period>(period: P, day: string): P =>
  period.to === null || period.to > day ? { ...period, to: day } : period
