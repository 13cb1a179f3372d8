// One row a command in the test that gives each without right and with bad payloads.
import type { ErrorCode } from '@hoi-truong/shared/errors'
import type { Who } from './people.ts'

/** Far more than any request may be, yet below what closes the socket. */
export const LONG = 'x'.repeat(200_000)

export interface CommandRow {
  stream: () => string
  right: () => unknown
  /** Who has no right to it. */
  refused: [who: Who, code: ErrorCode][]
  /** Payloads that are refused as malformed; a function where they are made of what is laid first. */
  bad: unknown[] | (() => unknown[])
}

/** None of these may do what only the installation and its administrators may. */
export const everyMember: [Who, ErrorCode][] = (['chair', 'member', 'follower', 'suspended', 'stranger'] as const).map(
  (who) => [who, 'FORBIDDEN'],
)
