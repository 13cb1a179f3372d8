// Commands on a meeting and its order of business: bad payloads, and refusals that say more than that there is no right. Who has the
// right is walked by the permission matrix.
import { randomUUID } from 'node:crypto'
import type { ErrorCode } from '@hoi-truong/shared/errors'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import { badItems, badPlans } from './badPlans.ts'
import { type CommandRow, LONG } from './commandRows.ts'
import type { Who } from './people.ts'
import { member } from './signaling.ts'

/** Getters, as the meeting is laid after the rows are read. It is announced, and dv01 chairs it. */
export interface RowMeeting {
  meeting: () => string
  branch: () => string
  plan: () => MeetingPlan
}

/** Everything but an empty object. */
export const badNothing = [undefined, null, [], 'x', { x: 1 }, LONG]
export const badReasons = [
  undefined,
  {},
  { reason: '' },
  { reason: ' a ' },
  { reason: 'x'.repeat(501) },
  { reason: 7 },
  { reason: 'a\0bc' },
  { reason: 'bận', because: 'x' },
]
/** For a payload of one id. */
export const badIds = (field: string) =>
  [undefined, 'none', '', 7, [], [randomUUID()], `${randomUUID()}\0`].map((value) => ({ [field]: value }))

const chairOnly: [Who, ErrorCode][] = (['member', 'secretary', 'follower', 'suspended'] as const).map((who) => [
  who,
  'MEETING_NOT_CHAIR',
])
const nothing = () => ({})
const someone = () => ({ memberId: member('dv05') })
const reason = () => ({ reason: 'Mưa bão lớn' })

export const meetingRows = ({ meeting, branch, plan }: RowMeeting) => {
  const chairs = (...more: [Who, ErrorCode][]): CommandRow => ({
    stream: meeting,
    right: nothing,
    refused: [...chairOnly, ...more],
    bad: () => badNothing,
  })
  const item = (): CommandRow => ({
    stream: meeting,
    right: () => ({ itemId: plan().agenda[0]?.itemId }),
    refused: [...chairOnly, ['chair', 'MEETING_NOT_OPEN']],
    bad: () => [undefined, {}, ...badIds('itemId')],
  })
  const basedOn = (value: unknown) => ({ basedOn: value })
  const badBasedOn = [undefined, null, 0, -1, 1.5, '1', 1e300]
  return {
    'meeting.startPractice': {
      stream: () => randomUUID(),
      right: () => ({ organizationId: branch() }),
      refused: [['follower', 'FORBIDDEN']],
      bad: () => [undefined, {}, ...badIds('organizationId')],
    },
    'meeting.draft': {
      stream: () => randomUUID(),
      right: plan,
      refused: [
        ['secretary', 'FORBIDDEN'],
        ['member', 'FORBIDDEN'],
      ],
      bad: () => badPlans(plan()),
    },
    'meeting.revise': {
      stream: meeting,
      right: () => ({ plan: plan(), basedOn: 9 }),
      refused: [['chair', 'MEETING_PLAN_STALE']],
      bad: () => [
        undefined,
        {},
        plan(),
        ...badBasedOn.map((value) => ({ plan: plan(), basedOn: value })),
        ...badPlans(plan()).map((bad) => ({ plan: bad, basedOn: 1 })),
      ],
    },
    'meeting.announce': {
      stream: meeting,
      right: () => basedOn(1),
      refused: [['chair', 'MEETING_ALREADY_ANNOUNCED']],
      bad: () => [undefined, {}, ...badBasedOn.map(basedOn), { basedOn: 1, quietly: true }],
    },
    'meeting.cancel': { stream: meeting, right: reason, refused: [['member', 'FORBIDDEN']], bad: () => badReasons },
    'meeting.recordNotHeld': {
      stream: meeting,
      right: reason,
      refused: [['member', 'FORBIDDEN']],
      bad: () => badReasons,
    },
    'meeting.open': chairs(),
    'meeting.close': chairs(['chair', 'MEETING_NOT_OPEN']),
    'meeting.reopen': chairs(['chair', 'MEETING_NOT_OPEN']),
    'meeting.updateRoll': {
      stream: meeting,
      right: nothing,
      refused: [['member', 'FORBIDDEN']],
      bad: () => badNothing,
    },
    'meeting.nameMinutesSecretary': {
      stream: meeting,
      right: () => ({ memberId: randomUUID() }),
      refused: [...chairOnly, ['chair', 'MEETING_PERSON_NOT_ON_ROLL']],
      bad: () => [undefined, {}, { ...someone(), name: 'x' }, ...badIds('memberId')],
    },
    'meeting.handOverChair': {
      stream: meeting,
      right: someone,
      refused: [...chairOnly, ['chair', 'MEETING_OFFICER_ABSENT']],
      bad: () => [undefined, {}, { memberId: null }, { ...someone(), at: 'once' }, ...badIds('memberId')],
    },
    'meeting.takeChair': {
      stream: meeting,
      right: nothing,
      refused: [
        ['member', 'FORBIDDEN'],
        ['secretary', 'FORBIDDEN'],
      ],
      bad: () => badNothing,
    },
    'agenda.start': item(),
    'agenda.finish': item(),
    'agenda.revise': {
      stream: meeting,
      right: () => ({ items: plan().agenda, basedOn: 1 }),
      refused: [...chairOnly, ['chair', 'MEETING_NOT_OPEN']],
      bad: () => [
        undefined,
        {},
        ...[undefined, null, -1, 0.5, '1'].map((value) => ({ items: plan().agenda, basedOn: value })),
        ...badItems.map((items) => ({ items, basedOn: 1 })),
      ],
    },
    'agenda.saveTemplate': {
      stream: branch,
      right: () => ({ kind: 'regular', items: [templateItem()] }),
      refused: [
        ['member', 'FORBIDDEN'],
        ['secretary', 'FORBIDDEN'],
      ],
      bad: () => [
        undefined,
        {},
        { kind: 'regular', items: [] },
        { kind: 'party', items: [templateItem()] },
        { kind: 'regular', items: Array.from({ length: 61 }, templateItem) },
        // Who presents and the id belong to one meeting.
        { kind: 'regular', items: [{ ...templateItem(), presenterId: null }] },
        { kind: 'regular', items: [{ ...templateItem(), itemId: randomUUID() }] },
        { kind: 'regular', items: [{ ...templateItem(), minutes: 481 }] },
        { kind: 'regular', items: [{ ...templateItem(), title: LONG }] },
      ],
    },
  } satisfies Record<string, CommandRow>
}

const templateItem = () => ({ part: 'opening', kind: 'other', title: 'X', minutes: 5, inPersonOnly: false })
