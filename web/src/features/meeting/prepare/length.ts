// How long a meeting is planned to last.
import { isoOf } from '../../../lib/vietnamTime.ts'
import { timeAfter } from './firstPlan.ts'
import type { PlanForm } from './planForm.ts'

/** In minutes; null while a time is half typed. */
export function lengthOf({ start, end }: Pick<PlanForm, 'start' | 'end'>): number | null {
  const from = isoOf('2026-01-01', start)
  const to = isoOf('2026-01-01', end)
  return from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 60_000
}

/** The end that leaves room for this many minutes; an end that does so already stays. */
export function endFor(form: Pick<PlanForm, 'start' | 'end'>, minutes: number): string {
  const planned = lengthOf(form)
  return planned === null || planned >= minutes ? form.end : timeAfter(form.start, minutes)
}
