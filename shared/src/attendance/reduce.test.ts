// Attendance as events make it: one person in one place, answers and notices, corrections with their trail, a closing taken back.
import { describe, expect, test } from 'vitest'
import { eventOf } from '../testing/events.ts'
import { SITE } from '../testing/sampleEvening.ts'
import {
  type AttendanceState,
  attendancePart,
  attendanceUpcasters,
  devicesInRoom,
  hasDevice,
  isAtSite,
  membersPresent,
} from './reduce.ts'

const { initial, reduce } = attendancePart.everyone
const site = { kind: 'site', siteId: SITE } as const
const device = { kind: 'device' } as const

type Step = [type: string, payload: object, at?: string]
const play = (...steps: Step[]): AttendanceState =>
  steps.reduce((state, [type, payload, at]) => reduce(state, eventOf(type, payload, { at, actorId: 'dv14' })), initial)

const came = (place: object, at?: string): Step => [
  'attendance.intervalStarted',
  { memberId: 'a', place, way: 'device' },
  at,
]
const went = (reason: string, endedAt: string): Step => ['attendance.intervalEnded', { memberId: 'a', endedAt, reason }]

describe('one person in one place', () => {
  test('an own device', () => {
    const state = play(came(device))
    expect([membersPresent(state), devicesInRoom(state), isAtSite(state, 'a')]).toEqual([['a'], ['a'], false])
  })

  test('a site', () => {
    const state = play(came(site))
    expect([membersPresent(state), devicesInRoom(state), isAtSite(state, 'a', SITE)]).toEqual([['a'], [], true])
    expect(isAtSite(state, 'a', 'another')).toBe(false)
  })

  test('a site, with an own device beside it', () => {
    const joined = play(came(site), ['attendance.companionJoined', { memberId: 'a' }])
    expect([membersPresent(joined), devicesInRoom(joined), isAtSite(joined, 'a')]).toEqual([['a'], ['a'], true])
    const left = reduce(joined, eventOf('attendance.companionLeft', { memberId: 'a' }))
    expect([hasDevice(left, 'a'), isAtSite(left, 'a')]).toEqual([false, true])
  })

  test('a second end changes nothing', () => {
    const state = play(
      came(device),
      went('left', '2026-11-03T13:00:00.000Z'),
      went('lapsed', '2026-11-03T14:00:00.000Z'),
    )
    expect(state.intervals.a).toMatchObject([{ endedAt: '2026-11-03T13:00:00.000Z', reason: 'left' }])
  })
})

describe('answers', () => {
  const memberId = 'a'
  test('a notice takes the answer back, an answer the notice', () => {
    const absent = play(
      ['attendance.answered', { memberId }],
      ['attendance.absenceAnnounced', { memberId, meetingId: 'm' }],
    )
    expect(absent).toMatchObject({ answers: {}, absences: { a: { decision: 'pending' } } })
    const back = reduce(absent, eventOf('attendance.answered', { memberId }))
    expect(back).toMatchObject({ answers: { a: expect.any(String) }, absences: {} })
  })

  test('the committee decides, and may decide otherwise; without a notice there is nothing to decide', () => {
    const decided = (accepted: boolean): Step => ['attendance.absenceDecided', { memberId, accepted }]
    const notice: Step = ['attendance.absenceAnnounced', { memberId, meetingId: 'm' }]
    expect(play(notice, decided(false), decided(true)).absences.a?.decision).toBe('accepted')
    expect(play(decided(true)).absences).toEqual({})
  })
})

describe('corrections', () => {
  const presence = { place: site, arrivedAt: '2026-11-03T12:25:00.000Z', leftAt: null }

  test('replace what was noted, and keep who, when, why and what stood before', () => {
    const state = play(came(device, '2026-11-03T13:10:00.000Z'), [
      'attendance.corrected',
      { memberId: 'a', presence, reason: 'Quên điểm danh' },
      '2026-11-03T13:20:00.000Z',
    ])
    expect(state.intervals.a).toEqual([
      { place: site, way: 'correction', startedAt: presence.arrivedAt, endedAt: null, reason: null },
    ])
    expect(state.corrections).toMatchObject([
      {
        memberId: 'a',
        by: 'dv14',
        at: '2026-11-03T13:20:00.000Z',
        reason: 'Quên điểm danh',
        before: [{ place: device }],
      },
    ])
  })

  test('may say that somebody was not there', () => {
    const state = play(came(device), ['attendance.corrected', { memberId: 'a', presence: null, reason: 'Nhầm người' }])
    expect(membersPresent(state)).toEqual([])
    expect(state.corrections[0]).toMatchObject({ after: null, before: [{ place: device }] })
  })
})

test('after a closing that was taken back, sites are as they were, devices come anew', () => {
  const closing = '2026-11-03T14:10:00.000Z'
  const atSite = play(came(site), went('closed', closing), ['meeting.closed', {}], ['meeting.reopened', {}])
  expect(isAtSite(atSite, 'a')).toBe(true)
  const atDevice = play(came(device), went('closed', closing), ['meeting.closed', {}], ['meeting.reopened', {}])
  expect(membersPresent(atDevice)).toEqual([])
  const leftBefore = play(came(site), went('left', closing), ['meeting.closed', {}], ['meeting.reopened', {}])
  expect(membersPresent(leftBefore)).toEqual([])
})

describe('shown out', () => {
  const removed: Step = ['attendance.removed', { memberId: 'a', reason: 'Gây mất trật tự' }, '2026-11-03T13:00:00.000Z']

  test('with who, when and why, until let in again', () => {
    const state = play(came(device), removed, went('removed', '2026-11-03T13:00:00.000Z'))
    expect(state.removed).toEqual({ a: { at: '2026-11-03T13:00:00.000Z', by: 'dv14', reason: 'Gây mất trật tự' } })
    expect([membersPresent(state), devicesInRoom(state)]).toEqual([[], []])
    expect(state.intervals.a).toMatchObject([{ reason: 'removed' }])
    expect(reduce(state, eventOf('attendance.readmitted', { memberId: 'a' })).removed).toEqual({})
  })

  test('a closing that is taken back does not bring them back, however their line was set right', () => {
    const closing = '2026-11-03T14:10:00.000Z'
    const presence = { place: site, arrivedAt: '2026-11-03T12:25:00.000Z', leftAt: closing }
    const over = play(came(site), removed, went('removed', '2026-11-03T13:00:00.000Z'), ['meeting.closed', {}, closing])
    const corrected = reduce(over, eventOf('attendance.corrected', { memberId: 'a', presence, reason: 'x' }))
    for (const state of [over, corrected])
      expect(membersPresent(reduce(state, eventOf('meeting.reopened', {})))).toEqual([])
  })
})

test('intervals from before there were sites were at own devices', () => {
  const upcast = attendanceUpcasters['attendance.intervalStarted']
  expect(upcast?.(eventOf('attendance.intervalStarted', { memberId: 'a' })).payload).toEqual({
    memberId: 'a',
    place: device,
    way: 'device',
  })
})
