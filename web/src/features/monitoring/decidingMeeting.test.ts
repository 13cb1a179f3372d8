import type { MonitoredMeeting } from '@hoi-truong/shared/monitoring'
import { expect, test } from 'vitest'
import { decidingMeeting } from './decidingMeeting.ts'

const meeting = (meetingId: string, status: MonitoredMeeting['status'], kind: MonitoredMeeting['kind'] = 'regular') =>
  ({ meetingId, status, kind }) as MonitoredMeeting
const of = (...meetings: MonitoredMeeting[]) => decidingMeeting({ meetings })?.meetingId ?? null

test('the one that runs comes before the one that was held, that before what was announced or called off', () => {
  expect(of(meeting('a', 'closed'), meeting('b', 'open'))).toBe('b')
  expect(of(meeting('a', 'closed'), meeting('b', 'announced'))).toBe('a')
  expect(of(meeting('a', 'cancelled'), meeting('b', 'notHeld'), meeting('c', 'announced'))).toBe('c')
  expect(of(meeting('a', 'cancelled'))).toBe('a')
})

test('of two in the same state it is the later one', () => {
  expect(of(meeting('a', 'cancelled'), meeting('b', 'cancelled'))).toBe('b')
})

test('other kinds decide nothing', () => {
  expect(of(meeting('a', 'open', 'thematic'))).toBeNull()
  expect(of()).toBeNull()
})
