// Every command without right and with bad payloads. One without a row here fails the last test but one.
import { randomUUID } from 'node:crypto'
import type { ErrorCode } from '@hoi-truong/shared/errors'
import { commandPayloads } from '@hoi-truong/shared/streams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandRow, everyMember, LONG } from '../testing/commandRows.ts'
import { organizationRows } from '../testing/organizationRows.ts'
import { bringPeople, type People, type Who } from '../testing/people.ts'
import { command, member } from '../testing/signaling.ts'

let people: People

beforeAll(async () => {
  // One person sends all of them here.
  people = await bringPeople({ MEMBER_BURST: '5000' })
})
afterAll(() => people.stop())

const meeting = () => people.meetingId
const branch = () => people.signaling.sample.branchId

const inMeeting: [Who, ErrorCode][] = [
  ['stranger', 'MEETING_NOT_MEMBER'],
  ['suspended', 'FORBIDDEN'],
]
const chairOnly: [Who, ErrorCode][] = [
  ['stranger', 'MEETING_NOT_MEMBER'],
  ...(['member', 'secretary', 'follower', 'suspended'] as const).map((who): [Who, ErrorCode] => [
    who,
    'MEETING_NOT_CHAIR',
  ]),
]
const nobody: [Who, ErrorCode][] = (['chair', 'secretary', 'member', 'stranger'] as const).map((who) => [
  who,
  'COMMAND_UNKNOWN',
])
const badNothing = [undefined, null, [], 'x', { x: 1 }, LONG]
const badReasons = [
  undefined,
  {},
  { reason: '' },
  { reason: ' a ' },
  { reason: 'x'.repeat(501) },
  { reason: 7 },
  { reason: 'a\0bc' },
  { reason: 'bận', memberId: 'x' },
]
const plan = () => ({
  ...people.signaling.sample.plan,
  month: '2026-11',
  plannedStart: '2026-11-22T01:00:00Z',
  plannedEnd: '2026-11-22T03:00:00Z',
})

const commands: Record<keyof typeof commandPayloads, CommandRow> = {
  ...organizationRows(branch),
  'meeting.schedule': {
    stream: () => randomUUID(),
    right: plan,
    refused: [...everyMember.filter(([who]) => who !== 'chair'), ['secretary', 'FORBIDDEN']],
    bad: [undefined, {}, { month: '2026-13' }, { organizationId: 'none' }],
  },
  'meeting.open': {
    stream: meeting,
    right: () => ({}),
    refused: chairOnly,
    bad: badNothing,
  },
  'meeting.close': {
    stream: meeting,
    right: () => ({}),
    refused: [...chairOnly, ['chair', 'MEETING_NOT_OPEN']],
    bad: badNothing,
  },
  'attendance.enter': { stream: meeting, right: () => ({}), refused: inMeeting, bad: badNothing },
  'attendance.leave': { stream: meeting, right: () => ({}), refused: inMeeting, bad: badNothing },
  'attendance.lapse': { stream: meeting, right: () => ({ memberIds: [member('dv01')] }), refused: nobody, bad: [] },
  'attendance.reportAbsence': {
    stream: meeting,
    right: () => ({ reason: 'Đi công tác' }),
    refused: [...inMeeting, ['follower', 'FORBIDDEN'], ['exempt', 'ABSENCE_NOT_EXPECTED']],
    bad: badReasons,
  },
  'attendance.recordLateAbsence': {
    stream: branch,
    right: () => ({ meetingId: meeting(), reason: 'Đi công tác' }),
    refused: nobody,
    bad: [],
  },
}

describe.each(Object.entries(commands))('command %s', (type, { stream, right, refused, bad }) => {
  test.each(refused)('refuses a %s: %s', async (who, code) => {
    expect(await people.ask(who, 'command', command(type, stream(), right()))).toBe(code)
  })

  if (bad.length > 0) {
    test('refuses malformed and oversized payloads', async () => {
      for (const payload of bad) {
        const code = await people.ask('chair', 'command', { ...command(type, stream()), payload })
        expect(code, JSON.stringify(payload)?.slice(0, 80)).toBe('REQUEST_MALFORMED')
      }
    })
  }
})

test('every command has a row', () => {
  expect(Object.keys(commands).sort()).toEqual(Object.keys(commandPayloads).sort())
})

test('after all that nothing has happened', async () => {
  const { database } = people.signaling.server
  expect(await database.event.count({ where: { streamId: meeting() } })).toBe(1)
  expect(await database.meeting.count()).toBe(2)
})
