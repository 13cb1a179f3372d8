// The roll call of DOMAIN 2.3 on the figures of the sample meeting: 25 members, 22 expected, 19 present, 86,36 %, base 21, 18 of 21.
import { describe, expect, test } from 'vitest'
import type { MeetingState } from '../meeting/index.ts'
import { defaultRuleSet } from '../rules/index.ts'
import { at, atSite, attendance, closedAt, entry, meeting, online, plan } from '../testing/sampleEvening.ts'
import type { AttendanceState, PresenceInterval } from './reduce.ts'
import { rollCall } from './rollCall.ts'

test('the figures of the sample meeting', () => {
  const { counts, base, quorum, followers } = rollCall(meeting, attendance, closedAt)
  expect(counts).toEqual({
    total: 25,
    official: 23,
    probationary: 2,
    temporary: 0,
    exempt: 2,
    away: 1,
    specialDuty: 0,
    suspended: 0,
    expected: 22,
    present: 19,
    inPerson: 16,
    online: 3,
    late: 1,
    leftEarly: 0,
    exemptPresent: 1,
    excused: 2,
    undecided: 0,
    unexcused: 1,
    missing: 0,
    rate: 8636,
  })
  expect(base).toEqual({
    official: 23,
    deductions: [
      { status: 'away', absent: false, count: 1 },
      { status: 'exempt', absent: true, count: 1 },
    ],
    base: 21,
  })
  expect(quorum).toEqual({ present: 18, base: 21, level: 'green' })
  expect(followers.map((line) => line.presence)).toEqual(['present'])
})

test('marks of the sample meeting', () => {
  const { members } = rollCall(meeting, attendance, closedAt)
  const marks = Object.fromEntries(members.map(({ entry: { memberId }, mark }) => [memberId, mark]))
  expect(marks).toMatchObject({
    dv01: 'presentInPerson',
    dv07: 'presentInPerson',
    dv16: 'presentOnline',
    dv18: 'excused',
    dv20: 'unexcused',
    dv21: 'exempt',
    dv22: 'presentOnline',
    dv23: 'away',
  })
})

const call = (intervals: PresenceInterval[], state: Partial<MeetingState> = {}, more: Partial<AttendanceState> = {}) =>
  rollCall({ ...meeting, ...state }, { ...attendance, intervals: { dv01: intervals }, ...more }, at('20:00'))
const line = (...given: Parameters<typeof call>) => call(...given).members[0]
const running = { status: 'open', closedAt: null } as const
const ended = (endedAt: string, reason: PresenceInterval['reason'] = 'left') => ({ endedAt: at(endedAt), reason })
const toTheEnd = { endedAt: closedAt, reason: 'closed' } as const

describe('one member', () => {
  test('late is more than fifteen minutes after opening, not fifteen', () => {
    expect(line([online('19:45', toTheEnd)])?.late).toBe(false)
    expect(line([{ ...online('19:45', toTheEnd), startedAt: '2026-11-03T12:45:00.001Z' }])?.late).toBe(true)
  })

  test('early is gone more than fifteen minutes before the closing, not fifteen', () => {
    expect(line([online('19:20', ended('20:55'))])).toMatchObject({ presence: 'left', leftEarly: false })
    expect(line([online('19:20', ended('20:54'))])).toMatchObject({ leftEarly: true, mark: 'presentOnline' })
    expect(line([online('19:20', ended('20:00'))], running)).toMatchObject({ presence: 'left', leftEarly: false })
  })

  test('who was there before the opening only was not at the meeting', () => {
    const before = online('19:10', ended('19:20'))
    expect(line([before])).toMatchObject({ presence: 'notArrived', attendedMs: 0, mark: 'unexcused' })
    expect(line([before, online('20:00', toTheEnd)])).toMatchObject({ presence: 'present', late: true })
  })

  test('time counts from opening to closing, breaks left out, whatever the place', () => {
    const both = [online('19:00', ended('20:00', 'moved')), atSite('20:10', toTheEnd)]
    expect(line(both)).toMatchObject({ presence: 'present', mark: 'presentInPerson', attendedMs: 90 * 60_000 })
  })

  test('while the meeting runs, the clock of the server counts', () => {
    expect(line([online('19:00')], running)).toMatchObject({ presence: 'present', attendedMs: 30 * 60_000 })
  })

  test('before it opens, whoever is there is present and no time counts', () => {
    expect(line([online('19:00')], { status: 'announced', openedAt: null, closedAt: null })).toMatchObject({
      presence: 'present',
      late: false,
      attendedMs: 0,
    })
  })

  test('nobody is absent before the end, unless the committee has refused the reason', () => {
    const absences = (decision: 'pending' | 'accepted' | 'refused') => ({
      absences: { dv01: { at: at('18:00'), decision } },
    })
    expect(line([], running)?.mark).toBe('expected')
    expect(line([], running, absences('pending'))?.mark).toBe('undecided')
    expect(line([], running, absences('accepted'))?.mark).toBe('excused')
    expect(line([], running, absences('refused'))?.mark).toBe('unexcused')
    expect(line([], {}, absences('pending'))?.mark).toBe('unexcused')
    expect(line([], {}, absences('accepted'))?.mark).toBe('excused')
  })

  test('who gave notice and came all the same is present', () => {
    const absences = { dv01: { at: at('18:00'), decision: 'accepted' as const } }
    expect(line([online('19:20')], running, { absences })).toMatchObject({ presence: 'present', mark: 'presentOnline' })
  })
})

test('watching a meeting that is held in person only is no presence', () => {
  const inPerson = { ...running, plan: { ...plan, form: 'inPerson' as const } }
  expect(line([online('19:20')], inPerson)).toMatchObject({ presence: 'watching', mark: 'expected' })
  expect(call([online('19:20')], inPerson).counts).toMatchObject({ present: 0, online: 0 })
  expect(line([atSite('19:20')], inPerson)).toMatchObject({ presence: 'present', mark: 'presentInPerson' })
})

const withMembers = (members: ReturnType<typeof entry>[], present: string[], rules = defaultRuleSet) =>
  rollCall(
    { ...meeting, ...running, rules, roll: { ...meeting.roll, members } as MeetingState['roll'] },
    { ...attendance, absences: {}, intervals: Object.fromEntries(present.map((who) => [who, [online('19:20')]])) },
    at('20:00'),
  )
const people = (count: number, more: Parameters<typeof entry>[1] = {}, first = 1) =>
  Array.from({ length: count }, (_, index) => entry(`m${first + index}`, more))
const ids = (count: number, first = 1) => people(count, {}, first).map(({ memberId }) => memberId)

describe('the base (DOMAIN 2.4)', () => {
  test('the training example: 22 members, 20 official, 3 official away on business: still 20', () => {
    const members = [...people(20), ...people(2, { category: 'probationary' }, 21)]
    const { base, quorum, counts } = withMembers(members, ids(17))
    expect(base).toEqual({ official: 20, deductions: [], base: 20 })
    expect(quorum).toEqual({ present: 17, base: 20, level: 'green' })
    expect(counts).toMatchObject({ expected: 22, present: 17 })
  })

  test('an exempt member is in the base while present, and outside while absent', () => {
    const members = [...people(9), entry('old', { status: 'exempt' })]
    expect(withMembers(members, ids(9))).toMatchObject({ base: { base: 9 }, quorum: { present: 9, base: 9 } })
    expect(withMembers(members, [...ids(9), 'old'])).toMatchObject({
      base: { base: 10, deductions: [] },
      quorum: { present: 10, base: 10 },
      counts: { expected: 9, present: 9, exemptPresent: 1 },
    })
  })

  test('who is temporarily elsewhere or suspended is outside the base, who is on special duty outside the rate only', () => {
    const members = [
      ...people(6),
      entry('away', { status: 'away' }),
      entry('suspended', { status: 'suspended' }),
      entry('duty', { status: 'specialDuty' }),
    ]
    expect(withMembers(members, ids(6))).toMatchObject({
      base: {
        official: 9,
        deductions: [
          { status: 'away', count: 1 },
          { status: 'suspended', count: 1 },
        ],
        base: 7,
      },
      counts: { expected: 6, present: 6, rate: 10_000 },
    })
  })

  test('who is temporarily here is expected and has no vote, unless the rules give it', () => {
    const members = [...people(4), entry('here', { temporary: true })]
    expect(withMembers(members, ['here'])).toMatchObject({
      counts: { total: 4, temporary: 1, expected: 5, present: 1 },
      base: { base: 4 },
      quorum: { present: 0 },
    })
    const given = { ...defaultRuleSet, temporaryMembers: { inRate: true, inBase: true } }
    expect(withMembers(members, ['here'], given)).toMatchObject({ base: { base: 5 }, quorum: { present: 1 } })
  })

  test('a status that changes during the meeting changes the count from then on', () => {
    const before = people(9)
    const after = before.map((one) => (one.memberId === 'm9' ? { ...one, status: 'exempt' as const } : one))
    expect(withMembers(before, ids(8))).toMatchObject({ counts: { expected: 9 }, base: { base: 9 } })
    expect(withMembers(after, ids(8))).toMatchObject({ counts: { expected: 8 }, base: { base: 8 } })
  })
})

test('another rule set changes the results without another line of code', () => {
  const strict = {
    ...defaultRuleSet,
    id: 'strict',
    lateAfterMinutes: 0,
    outsideRate: [],
    outsideBase: [],
    outsideBaseWhenAbsent: [],
    quorum: { amberBelow: { numerator: 1, denominator: 1 }, redUpTo: { numerator: 1, denominator: 2 } },
  }
  const { counts, base, quorum } = rollCall({ ...meeting, rules: strict }, attendance, closedAt)
  // Late: dv07, dv17 and the exempt dv22, who is expected now.
  expect(counts).toMatchObject({ expected: 25, present: 20, late: 3, rate: 8000 })
  expect(base).toEqual({ official: 23, deductions: [], base: 23 })
  expect(quorum).toEqual({ present: 18, base: 23, level: 'amber' })
})

describe('quorum', () => {
  test.each([
    [10, 20, 'red'],
    [11, 20, 'amber'],
    [13, 20, 'amber'],
    [14, 21, 'green'],
    [0, 0, 'red'],
  ])('%i of %i is %s', (present, size, level) => {
    expect(withMembers(people(size), ids(present)).quorum).toEqual({ present, base: size, level })
  })
})

test('who follows from above or is a guest is in no count, present or not', () => {
  const guests = [entry('guest'), entry('absent')]
  const roll = { ...meeting.roll, members: people(9), followers: [entry('db01')], guests } as MeetingState['roll']
  const there = { guest: [atSite('20:30', toTheEnd)], db01: [online('19:20', ended('19:40'))] }
  const result = rollCall({ ...meeting, roll }, { ...attendance, intervals: there, absences: {} }, closedAt)
  expect(result.counts).toMatchObject({ total: 9, expected: 9, present: 0, late: 0, unexcused: 9 })
  expect(result.quorum).toMatchObject({ present: 0, base: 9 })
  const lines = [...result.guests, ...result.followers]
  expect(lines.map(({ mark }) => mark)).toEqual(['presentInPerson', 'invited', 'presentOnline'])
  expect(lines.some(({ expected, inBase, late, leftEarly }) => expected || inBase || late || leftEarly)).toBe(false)
})

test('nobody expected gives no rate', () => {
  expect(withMembers([], []).counts.rate).toBeNull()
})
