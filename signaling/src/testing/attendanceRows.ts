// Commands of the roll call: bad payloads, and refusals that say more than that there is no right.
import { randomUUID } from 'node:crypto'
import type { ErrorCode } from '@hoi-truong/shared/errors'
import type { CommandRow } from './commandRows.ts'
import { badIds, badNothing, badReasons, type RowMeeting } from './meetingRows.ts'
import type { Who } from './people.ts'
import { member } from './signaling.ts'

const inMeeting: [Who, ErrorCode][] = [
  ['stranger', 'MEETING_NOT_MEMBER'],
  ['suspended', 'FORBIDDEN'],
]
const nobody: [Who, ErrorCode][] = (['chair', 'secretary', 'member', 'stranger'] as const).map((who) => [
  who,
  'COMMAND_UNKNOWN',
])
const chairOnly: [Who, ErrorCode][] = (['member', 'secretary', 'follower', 'suspended'] as const).map((who) => [
  who,
  'MEETING_NOT_CHAIR',
])
const nothing = () => ({})
const reason = 'Đi công tác'
const NINE = '2026-11-22T09:00:00Z'
const badMoments = ['now', '2026-11-22', '2026-02-30T09:00:00Z', 0, {}]

export const attendanceRows = ({ meeting, branch, plan }: RowMeeting) => {
  const siteId = () => plan().sites[0]?.siteId
  const site = () => ({ kind: 'site', siteId: siteId() })
  const atSite = (right: () => object, chairHears: ErrorCode): CommandRow => ({
    stream: meeting,
    right,
    refused: [
      ['member', 'FORBIDDEN'],
      ['chair', chairHears],
    ],
    bad: () => [
      undefined,
      {},
      { siteId: siteId() },
      { siteId: siteId(), memberIds: [] },
      { siteId: siteId(), memberIds: member('dv04') },
      { siteId: siteId(), memberIds: ['dv04'] },
      { siteId: siteId(), memberIds: [null] },
      { siteId: siteId(), memberIds: Array.from({ length: 501 }, randomUUID) },
      ...badIds('siteId').map((bad) => ({ ...bad, memberIds: [member('dv04')] })),
    ],
  })
  const correction = (presence: unknown) => ({ memberId: member('dv04'), presence, reason })
  return {
    'attendance.enter': { stream: meeting, right: nothing, refused: inMeeting, bad: () => badNothing },
    'attendance.leave': { stream: meeting, right: nothing, refused: inMeeting, bad: () => badNothing },
    'attendance.lapse': {
      stream: meeting,
      right: () => ({ memberIds: [member('dv01')] }),
      refused: nobody,
      bad: () => [],
    },
    'attendance.answer': {
      stream: meeting,
      right: nothing,
      refused: [...inMeeting, ['follower', 'FORBIDDEN']],
      bad: () => badNothing,
    },
    'attendance.reportAbsence': {
      stream: meeting,
      right: () => ({ reason }),
      refused: [...inMeeting, ['follower', 'FORBIDDEN'], ['exempt', 'ABSENCE_NOT_EXPECTED']],
      bad: () => badReasons,
    },
    'attendance.recordLateAbsence': {
      stream: branch,
      right: () => ({ meetingId: meeting(), reason }),
      refused: nobody,
      bad: () => [],
    },
    'attendance.recordAbsence': {
      stream: meeting,
      right: () => ({ memberId: member('dv21'), reason }),
      refused: [
        ['member', 'FORBIDDEN'],
        ['chair', 'ABSENCE_NOT_EXPECTED'],
      ],
      bad: () => [
        ...badReasons.map((bad) => ({ memberId: member('dv04'), ...bad })),
        ...badIds('memberId').map((bad) => ({ ...bad, reason })),
      ],
    },
    'attendance.decideAbsence': {
      stream: meeting,
      right: () => ({ memberId: member('dv04'), accepted: true }),
      refused: [
        ['secretary', 'FORBIDDEN'],
        ['chair', 'ABSENCE_NOT_REPORTED'],
      ],
      bad: () => [
        undefined,
        {},
        ...[undefined, null, 1, 'true'].map((accepted) => ({ memberId: member('dv04'), accepted })),
        ...badIds('memberId').map((bad) => ({ ...bad, accepted: true })),
      ],
    },
    'attendance.checkInAtSite': atSite(
      () => ({ siteId: siteId(), memberIds: [randomUUID()] }),
      'ATTENDANCE_NOT_ON_ROLL',
    ),
    'attendance.checkOutAtSite': atSite(
      () => ({ siteId: randomUUID(), memberIds: [member('dv04')] }),
      'ATTENDANCE_SITE_UNKNOWN',
    ),
    'attendance.checkInByCode': {
      stream: meeting,
      right: () => ({ siteId: randomUUID(), code: '123456' }),
      refused: [...inMeeting, ['follower', 'FORBIDDEN'], ['member', 'ATTENDANCE_SITE_UNKNOWN']],
      bad: () => [
        undefined,
        {},
        ...['12345', '1234567', '12 456', '12345a', '١٢٣٤٥٦', '', 123456, null].map((code) => ({
          siteId: siteId(),
          code,
        })),
        ...badIds('siteId').map((bad) => ({ ...bad, code: '123456' })),
      ],
    },
    'attendance.correct': {
      stream: meeting,
      right: () => correction(null),
      refused: [
        ['chair', 'FORBIDDEN'],
        ['secretary', 'MEETING_NOT_OPEN'],
      ],
      bad: () => [
        undefined,
        {},
        correction(undefined),
        correction({}),
        correction({ place: { kind: 'home' }, arrivedAt: NINE, leftAt: null }),
        correction({ place: { kind: 'site' }, arrivedAt: NINE, leftAt: null }),
        correction({ place: { kind: 'device', siteId: siteId() }, arrivedAt: NINE, leftAt: null }),
        correction({ place: site(), arrivedAt: NINE }),
        ...badMoments.map((arrivedAt) => correction({ place: site(), arrivedAt, leftAt: null })),
        ...badMoments.map((leftAt) => correction({ place: site(), arrivedAt: NINE, leftAt })),
        ...badReasons.map((bad) => ({ ...correction(null), reason: undefined, ...bad })),
      ],
    },
    'attendance.confirmQuorum': {
      stream: meeting,
      right: nothing,
      refused: [
        ['secretary', 'MEETING_NOT_CHAIR'],
        ['chair', 'MEETING_NOT_OPEN'],
      ],
      bad: () => badNothing,
    },
    'attendance.remove': {
      stream: meeting,
      right: () => ({ memberId: randomUUID(), reason }),
      refused: [...chairOnly, ['chair', 'ATTENDANCE_NOT_ON_ROLL']],
      bad: () => [
        ...badReasons.map((bad) => ({ memberId: member('dv04'), ...bad })),
        ...badIds('memberId').map((bad) => ({ ...bad, reason })),
      ],
    },
    'attendance.readmit': {
      stream: meeting,
      right: () => ({ memberId: member('dv04') }),
      refused: chairOnly,
      bad: () => [undefined, {}, { memberId: member('dv04'), reason }, ...badIds('memberId')],
    },
  } satisfies Record<string, CommandRow>
}
