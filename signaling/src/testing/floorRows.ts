// Commands on the floor: bad payloads, and refusals that say more than that there is no right. The meeting is not open yet.
import { randomUUID } from 'node:crypto'
import type { ErrorCode } from '@hoi-truong/shared/errors'
import { type CommandRow, LONG } from './commandRows.ts'
import { badIds, type RowMeeting } from './meetingRows.ts'
import type { Who } from './people.ts'
import { member } from './signaling.ts'

const chairOnly: [Who, ErrorCode][] = (['member', 'secretary', 'follower', 'suspended'] as const).map((who) => [
  who,
  'MEETING_NOT_CHAIR',
])
const notYet: [Who, ErrorCode][] = [['chair', 'MEETING_NOT_OPEN']]
const inMeeting: [Who, ErrorCode][] = [
  ['stranger', 'MEETING_NOT_MEMBER'],
  ['suspended', 'FORBIDDEN'],
  ['member', 'MEETING_NOT_OPEN'],
  ['follower', 'MEETING_NOT_OPEN'],
]
const id = randomUUID()
const badLimits = [undefined, 0, -30, 29, 3601, 60.5, '60', Number.MAX_VALUE]

export const floorRows = ({ meeting }: Pick<RowMeeting, 'meeting'>) => {
  const hand = { handId: id, memberId: member('dv04') }
  const grant = { speechId: id, memberId: member('dv04'), limitSeconds: null }
  const limit = { speechId: id, limitSeconds: 120 }
  const move = { handId: id, before: null }
  return {
    'floor.changeMode': {
      stream: meeting,
      right: () => ({ mode: 'open' }),
      refused: chairOnly,
      bad: () => [undefined, {}, ...[null, '', 'closed', 1, LONG].map((mode) => ({ mode })), { mode: 'open', x: 1 }],
    },
    'floor.raiseHand': {
      stream: meeting,
      right: () => hand,
      refused: inMeeting,
      bad: () => [
        undefined,
        {},
        { ...hand, raisedBy: member('dv04') },
        ...badIds('handId').map((bad) => ({ ...hand, ...bad })),
        ...badIds('memberId').map((bad) => ({ ...hand, ...bad })),
      ],
    },
    'floor.lowerHand': {
      stream: meeting,
      right: () => ({ handId: id }),
      refused: inMeeting,
      bad: () => [undefined, {}, { handId: id, reason: 'own' }, ...badIds('handId')],
    },
    'floor.moveHand': {
      stream: meeting,
      right: () => move,
      refused: [...chairOnly, ...notYet],
      bad: () => [
        undefined,
        {},
        ...badIds('handId').map((bad) => ({ ...move, ...bad })),
        ...badIds('before').map((bad) => ({ ...move, ...bad })),
      ],
    },
    'floor.grant': {
      stream: meeting,
      right: () => grant,
      refused: [...chairOnly, ...notYet],
      bad: () => [
        undefined,
        {},
        { ...grant, siteId: id },
        ...badIds('speechId').map((bad) => ({ ...grant, ...bad })),
        ...badIds('memberId').map((bad) => ({ ...grant, ...bad })),
        ...badLimits.map((limitSeconds) => ({ ...grant, limitSeconds })),
      ],
    },
    'floor.changeLimit': {
      stream: meeting,
      right: () => limit,
      refused: [...chairOnly, ...notYet],
      bad: () => [
        undefined,
        {},
        ...badIds('speechId').map((bad) => ({ ...limit, ...bad })),
        ...badLimits.map((limitSeconds) => ({ ...limit, limitSeconds })),
      ],
    },
    'floor.end': {
      stream: meeting,
      right: () => ({ speechId: id }),
      refused: inMeeting,
      bad: () => [undefined, {}, { speechId: id, reason: 'chair' }, ...badIds('speechId')],
    },
    // Only signaling itself gives it: to a client there is no such command, whatever it holds.
    'floor.recordSpeech': {
      stream: meeting,
      right: () => ({
        speechId: id,
        memberId: member('dv01'),
        siteId: null,
        itemId: null,
        startedAt: '2026-11-22T09:00:00Z',
        endedAt: '2026-11-22T09:01:00Z',
      }),
      refused: (['chair', 'secretary', 'member', 'stranger'] as const).map((who) => [who, 'COMMAND_UNKNOWN']),
      bad: () => [],
    },
    'floor.silence': {
      stream: meeting,
      right: () => ({ memberIds: null }),
      refused: chairOnly,
      bad: () => [
        undefined,
        {},
        ...[undefined, [], [null], 'all', member('dv04'), Array.from({ length: 501 }, randomUUID)].map((memberIds) => ({
          memberIds,
        })),
        { memberIds: null, except: [member('dv04')] },
      ],
    },
  } satisfies Record<string, CommandRow>
}
