// Periods in words, and in the order in which a history is read: what begins last comes first.
import { formatDate } from '@hoi-truong/shared/i18n'
import type { Period } from '@hoi-truong/shared/organization'
import type { Translate } from '../../i18n/index.ts'

/** Days of the calendar have no hour: read in Vietnam they stay the day that they are. */
export const dayInWords = (day: string): string => formatDate(day)

export function periodInWords(t: Translate, { from, to }: Period, today: string): string {
  if (from === null)
    return to === null ? t('members.period_unknown') : t('members.period_until', { to: dayInWords(to) })
  const since = { from: dayInWords(from) }
  if (to !== null) return t('members.period', { ...since, to: dayInWords(to) })
  return t(from > today ? 'members.period_open_ahead' : 'members.period_open', since)
}

export const newestFirst = <P extends Period>(periods: readonly P[]): P[] =>
  periods.toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))

export const isOver = ({ to }: Period, today: string): boolean => to !== null && to < today
export const isAhead = ({ from }: Period, today: string): boolean => from !== null && from > today
