import type { RollLine } from '@hoi-truong/shared/attendance'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { expect, it } from 'vitest'
import { fieldsFrom, presenceFrom } from './correction.ts'

const openedAt = '2026-11-03T12:30:00.000Z'
const meeting = { openedAt } as MeetingState
const line = (over: Partial<RollLine>): RollLine => ({ place: null, intervals: [], ...over }) as RollLine

it('begins with what the roll call says, by the clock in Việt Nam', () => {
  const place = { kind: 'site', siteId: 's1' } as const
  const interval = { place, way: 'operator', startedAt: '2026-11-03T12:47:30.000Z' } as const
  const gone = { ...interval, endedAt: '2026-11-03T13:10:00.000Z', reason: 'left' } as const
  expect(fieldsFrom(line({ place, intervals: [gone] }), meeting)).toEqual({
    place: 's1',
    arrived: '19:47',
    left: '20:10',
  })
  expect(fieldsFrom(line({ place, intervals: [{ ...gone, reason: 'closed' }] }), meeting).left).toBe('')
  expect(fieldsFrom(line({}), meeting)).toEqual({ place: 'absent', arrived: '19:30', left: '' })
})

it('says who was there from when to when, or not at all', () => {
  const site = { kind: 'site', siteId: 's1' }
  expect(presenceFrom({ place: 's1', arrived: '19:30', left: '20:15' }, meeting)).toEqual({
    place: site,
    arrivedAt: openedAt,
    leftAt: '2026-11-03T13:15:00.000Z',
  })
  expect(presenceFrom({ place: 'device', arrived: '19:30', left: '' }, meeting)).toMatchObject({ leftAt: null })
  expect(presenceFrom({ place: 'absent', arrived: '', left: '' }, meeting)).toBeNull()
  expect(presenceFrom({ place: 's1', arrived: '', left: '' }, meeting)).toBeUndefined()
})

it('reads hours after midnight as those of the same night, and says when it cannot read one', () => {
  const late = { openedAt: '2026-11-03T16:30:00.000Z' }
  expect(presenceFrom({ place: 'device', arrived: '23:20', left: '00:20' }, late)).toMatchObject({
    arrivedAt: '2026-11-03T16:20:00.000Z',
    leftAt: '2026-11-03T17:20:00.000Z',
  })
  expect(presenceFrom({ place: 'device', arrived: '23:20', left: '0:2' }, late)).toBeUndefined()
})
