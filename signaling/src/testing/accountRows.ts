// Commands on a branch's stream about its members' accounts.
import { randomUUID } from 'node:crypto'
import { type CommandRow, everyMember, LONG } from './commandRows.ts'
import type { Who } from './people.ts'
import { member } from './signaling.ts'

const someone = () => member('dv04')
const reason = 'Mất điện thoại'
const request = () => ({ requestId: randomUUID() })
/** The chair of the demo is the branch secretary. */
const forOfficers = everyMember.filter(([who]) => who !== 'chair')
const nobody = (['chair', 'member', 'follower', 'stranger'] as Who[]).map((who) => [who, 'COMMAND_UNKNOWN'] as const)

export const accountRows = (branch: () => string) =>
  ({
    // Given by the route that prints slips, on the officer's behalf.
    'account.issueCodes': {
      stream: branch,
      right: () => ({ memberIds: [someone()], reset: false }),
      refused: nobody.map(([who, code]) => [who, code]),
      bad: () => [],
    },
    'account.approveRequest': {
      stream: branch,
      right: request,
      refused: [...forOfficers, ['chair', 'ACCOUNT_REQUEST_UNKNOWN']],
      bad: [undefined, {}, { requestId: 'x' }, { ...request(), memberId: randomUUID() }],
    },
    'account.refuseRequest': {
      stream: branch,
      right: () => ({ ...request(), reason }),
      refused: [...forOfficers, ['chair', 'ACCOUNT_REQUEST_UNKNOWN']],
      bad: [undefined, {}, request(), { ...request(), reason: ' ' }, { ...request(), reason: LONG }],
    },
    'account.lock': {
      stream: branch,
      right: () => ({ memberId: member('dv01'), reason }),
      refused: [...forOfficers, ['chair', 'ACCOUNT_OWN']],
      bad: [undefined, {}, { memberId: someone() }, { memberId: 'dv04', reason }, { memberId: someone(), reason: 'x' }],
    },
    'account.unlock': {
      stream: branch,
      right: () => ({ memberId: randomUUID() }),
      refused: [...forOfficers, ['chair', 'MEMBER_UNKNOWN']],
      bad: [undefined, {}, { memberId: '' }, { memberId: someone(), reason }],
    },
  }) satisfies Record<string, CommandRow>
