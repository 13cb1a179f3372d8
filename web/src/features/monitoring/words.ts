// The words for where a branch stands, and for shares.
import { formatRate, type Language, type MessageKey } from '@hoi-truong/shared/i18n'
import type { BranchMonth } from '@hoi-truong/shared/monitoring'
import type { Filter } from './filters.ts'

export const monthWords = {
  held: 'monitoring.held',
  running: 'monitoring.running',
  scheduled: 'monitoring.scheduled',
  notScheduled: 'monitoring.not_scheduled',
  overdue: 'monitoring.overdue',
  notHeld: 'monitoring.not_held',
} as const satisfies Record<BranchMonth, MessageKey>

export const filterWords = {
  all: 'monitoring.filter_all',
  notMet: 'monitoring.filter_not_met',
  overdue: 'monitoring.overdue',
  running: 'monitoring.running',
  held: 'monitoring.held',
} as const satisfies Record<Filter, MessageKey>

/** "86,36%"; a dash where there is nothing to share. */
export const shareOf = (part: number, whole: number, language: Language): string =>
  whole === 0 ? '–' : formatRate(Math.round((part / whole) * 10_000), language)
