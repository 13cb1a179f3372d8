// The roll call of DOMAIN 2.3 on the figures of the sample meeting: 25 members, 22 expected, 19 present, 86,36 %.
import { describe, expect, test } from 'vitest'
import type { MeetingState, RollEntry } from '../meeting/index.ts'
import { defaultRuleSet } from '../rules/index.ts'
import type { AttendanceState, PresenceInterval } from './reduce.ts'
import { rollCall } from './rollCall.ts'

const openedAt = '2026-11-03T12:30:00.000Z'
const closedAt = '2026-11-03T14:10:00.000Z'
const at = (time: string): string => new Date(`2026-11-03T${time}:00+07:00`).toISOString()

const id = (number: number): string => `dv${String(number).padStart(2, '0')}`
const statusOf = (number: number): RollEntry['status'] =>
  number === 21 || number === 22 ? 'exempt' : number === 23 ? 'away' : 'active'
const members = Array.from({ length: 25 }, (_, index): RollEntry => {
  const number = index + 1
  return {
    memberId: id(number),
    name: `Đảng viên ${number}`,
    category: number >= 24 ? 'probationary' : 'official',
    status: statusOf(number),
    office: 'member',
    title: null,
  }
})
const followers: RollEntry[] = [
  {
    memberId: 'db01',
    name: 'Đại biểu',
    category: 'official',
    status: 'active',
    office: 'member',
    title: 'Đảng ủy viên',
  },
]

const meeting: MeetingState = {
  status: 'closed',
  plan: null,
  roll: { organizationName: 'Chi bộ', upperName: null, members, followers },
  rules: defaultRuleSet,
  openedAt,
  closedAt,
}

const stayed = (from: string): PresenceInterval[] => [{ startedAt: at(from), endedAt: closedAt, reason: 'closed' }]
const arrivals: Record<string, string> = {
  ...Object.fromEntries(members.slice(0, 17).map(({ memberId }) => [memberId, '19:25'])),
  dv07: '19:52',
  dv22: '19:35',
  dv24: '19:22',
  dv25: '19:27',
}
const attendance: AttendanceState = {
  intervals: {
    ...Object.fromEntries(Object.entries(arrivals).map(([memberId, from]) => [memberId, stayed(from)])),
    db01: stayed('19:20'),
  },
  absences: { dv18: at('18:40'), dv19: at('18:45') },
}

test('the figures of the sample meeting', () => {
  const { counts, followers: guests } = rollCall(meeting, attendance, closedAt)
  expect(counts).toEqual({
    total: 25,
    official: 23,
    probationary: 2,
    expected: 22,
    present: 19,
    late: 1,
    exemptPresent: 1,
    announcedAbsent: 2,
    rate: 8636,
  })
  expect(guests.map((line) => line.presence)).toEqual(['present'])
})

const line = (intervals: PresenceInterval[], state: Partial<MeetingState> = {}, now = closedAt) => {
  const call = rollCall(
    { ...meeting, ...state },
    { intervals: { dv01: intervals }, absences: { dv01: at('18:00') } },
    now,
  )
  return call.members[0]
}

describe('one member', () => {
  test('late is more than fifteen minutes after opening, not fifteen', () => {
    expect(line(stayed('19:45'))?.late).toBe(false)
    expect(line([{ startedAt: '2026-11-03T12:45:00.001Z', endedAt: closedAt, reason: 'closed' }])?.late).toBe(true)
  })

  test('who was there before the opening only was not at the meeting', () => {
    const left: PresenceInterval = { startedAt: at('19:10'), endedAt: at('19:20'), reason: 'left' }
    expect(line([left])).toMatchObject({ presence: 'absenceAnnounced', attendedMs: 0 })
    expect(line([left, ...stayed('20:00')])).toMatchObject({ presence: 'present', late: true })
  })

  test('time counts from opening to closing, breaks left out', () => {
    const both: PresenceInterval[] = [
      { startedAt: at('19:00'), endedAt: at('20:00'), reason: 'lapsed' },
      ...stayed('20:10'),
    ]
    expect(line(both)).toMatchObject({ presence: 'present', late: false, attendedMs: 90 * 60_000 })
  })

  test('who left before the end is told from who stayed', () => {
    expect(line([{ startedAt: at('19:00'), endedAt: at('20:00'), reason: 'left' }])?.presence).toBe('left')
  })

  test('while the meeting runs, the clock of the server counts', () => {
    const open: PresenceInterval[] = [{ startedAt: at('19:00'), endedAt: null, reason: null }]
    expect(line(open, { status: 'open', closedAt: null }, at('19:40'))).toMatchObject({
      presence: 'present',
      attendedMs: 10 * 60_000,
    })
  })

  test('before it opens, whoever is in the room is present and no time counts', () => {
    const open: PresenceInterval[] = [{ startedAt: at('19:00'), endedAt: null, reason: null }]
    expect(line(open, { status: 'scheduled', openedAt: null, closedAt: null })).toMatchObject({
      presence: 'present',
      late: false,
      attendedMs: 0,
    })
  })
})

test('nobody expected gives no rate', () => {
  const none = rollCall(
    { ...meeting, roll: { organizationName: 'Chi bộ', upperName: null, members: [], followers: [] } },
    attendance,
    closedAt,
  )
  expect(none.counts.rate).toBeNull()
})
