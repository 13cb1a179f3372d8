// What of a meeting's polls its record shows, and how a receipt is looked for.
import type { Poll, Polls } from '@hoi-truong/shared/voting'

/** What was only prepared was never asked. In the order in which they were opened. */
export const recordedPolls = ({ polls }: Polls): Poll[] =>
  polls
    .filter(({ openedAt }) => openedAt !== null)
    .toSorted((one, other) => Date.parse(one.openedAt ?? '') - Date.parse(other.openedAt ?? ''))

/** Written down from a screen it may come in groups. */
const tidied = (typed: string): string => typed.replace(/\s+/g, '')

/** With fewer letters several would be found. */
const LEAST = 6
export const isLongEnough = (typed: string): boolean => tidied(typed).length >= LEAST

/** Whoever wrote down only the beginning of a receipt finds it too. */
export const findReceipts = (receipts: readonly string[], typed: string): string[] =>
  isLongEnough(typed) ? receipts.filter((receipt) => receipt.startsWith(tidied(typed))) : []
