import type { AttendancePlace } from '@hoi-truong/shared/attendance'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'
import { expect, it } from 'vitest'
import { chairGoneSince } from './useChairGone.ts'

const initial = meetingReducer.initial().everyone
const plannedStart = '2026-11-03T12:30:00.000Z'
const openedAt = '2026-11-03T12:35:00.000Z'
const leftAt = '2026-11-03T12:50:00.000Z'
const device: AttendancePlace = { kind: 'device' }
const site: AttendancePlace = { kind: 'site', siteId: 's1' }

function stateWith(
  intervals: { place: AttendancePlace; endedAt: string | null }[],
  { companion = false, opened = true } = {},
): MeetingStreamState['everyone'] {
  const list = intervals.map((interval) => ({
    ...interval,
    way: 'device' as const,
    startedAt: plannedStart,
    reason: interval.endedAt === null ? null : ('left' as const),
  }))
  return {
    ...initial,
    meeting: {
      ...initial.meeting,
      chairId: 'c',
      openedAt: opened ? openedAt : null,
      plan: { plannedStart } as MeetingPlan,
    },
    attendance: { ...initial.attendance, intervals: { c: list }, companions: companion ? { c: true } : {} },
  }
}

it('misses nobody whose device is in the room, also when the chair is counted at a site', () => {
  expect(chairGoneSince(stateWith([{ place: device, endedAt: null }]))).toBeNull()
  expect(chairGoneSince(stateWith([{ place: site, endedAt: null }], { companion: true }))).toBeNull()
})

it('counts from when the chair was last there', () => {
  expect(chairGoneSince(stateWith([{ place: device, endedAt: leftAt }]))).toBe(Date.parse(leftAt))
})

it('counts from the opening, or from the planned start, for a chair who never came', () => {
  expect(chairGoneSince(stateWith([]))).toBe(Date.parse(openedAt))
  expect(chairGoneSince(stateWith([], { opened: false }))).toBe(Date.parse(plannedStart))
})
