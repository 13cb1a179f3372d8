// The list of accounts: found by name or number, filtered by state; what is chosen for slips; the figures in percent.
import type { AccountState, BranchAccounts } from '@hoi-truong/shared/account'
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { matchesSearch } from '@hoi-truong/shared/organization'

export type AccountLine = BranchAccounts['members'][number]

export const accountStates = ['none', 'codeIssued', 'requested', 'active', 'locked'] as const satisfies AccountState[]

export const stateWords = {
  none: 'account.state_none',
  codeIssued: 'account.state_codeIssued',
  requested: 'account.state_requested',
  active: 'account.state_active',
  locked: 'account.state_locked',
} as const satisfies Record<AccountState, MessageKey>

export type StateFilter = AccountState | 'all'

export function findAccounts(lines: readonly AccountLine[], query: string, filter: StateFilter): AccountLine[] {
  // Read off a card, in groups, with or without the dash.
  const plain = (text: string) => text.replaceAll(/[\s.-]+/g, '').toUpperCase()
  const number = plain(query)
  return lines.filter(
    ({ name, memberNumber, state }) =>
      (filter === 'all' || state === filter) &&
      (matchesSearch(name, query) || (number !== '' && plain(memberNumber).includes(number))),
  )
}

export const countStates = (lines: readonly AccountLine[]): Record<AccountState, number> => {
  const counts: Record<AccountState, number> = { none: 0, codeIssued: 0, requested: 0, active: 0, locked: 0 }
  for (const { state } of lines) counts[state] += 1
  return counts
}

/** For whom a slip can be printed without taking anything away but an older slip. */
export const canHaveSlip = ({ state, manageable }: AccountLine): boolean =>
  manageable && (state === 'none' || state === 'codeIssued')

/** Who has nothing to come in with: never had a slip, or has one that is out of date. */
export const hasNothing = (line: AccountLine, now: number): boolean =>
  canHaveSlip(line) &&
  (line.state === 'none' || (line.codeValidUntil !== null && Date.parse(line.codeValidUntil) <= now))

/** Hundredths of a percent; null of nobody. */
export const rateOf = (part: number, all: number): number | null =>
  all === 0 ? null : Math.round((part / all) * 10_000)
