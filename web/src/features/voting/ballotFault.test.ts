// Who finds choices on the sheet, and what the others read.
import type { AttendancePlace } from '@hoi-truong/shared/attendance'
import type { MeetingPlan, MeetingRoll } from '@hoi-truong/shared/meeting'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { expect, it } from 'vitest'
import { ballotFault } from './ballotFault.ts'
import { pollOf } from './testing/polls.ts'

const initial = meetingReducer.initial().everyone
const device: AttendancePlace = { kind: 'device' }
const site: AttendancePlace = { kind: 'site', siteId: 's1' }
const open = pollOf()
const secret = pollOf({ matter: 'rating', method: 'electronic' })

function stateWith(place: AttendancePlace | null, form: MeetingPlan['form'] = 'hybrid') {
  const interval = { way: 'device' as const, startedAt: '2026-11-03T12:30:00.000Z', endedAt: null, reason: null }
  const intervals: typeof initial.attendance.intervals = place ? { dv1: [{ ...interval, place }] } : {}
  const plan = { form } as MeetingPlan
  const roll = { members: [{ memberId: 'dv25', category: 'probationary' }] } as MeetingRoll
  return {
    ...initial,
    meeting: { ...initial.meeting, plan, roll },
    attendance: { ...initial.attendance, intervals },
  }
}

it('has choices for who is in the electorate and at an own device', () => {
  expect(ballotFault(stateWith(device), open, 'dv1', null)).toBeNull()
  expect(ballotFault(stateWith(device), secret, 'dv1', null)).toBeNull()
})

it('sends whoever is counted at a site to raise the hand there, but not away from a secret ballot', () => {
  expect(ballotFault(stateWith(site), open, 'dv1', null)).toEqual({ code: 'VOTE_AT_SITE', siteId: 's1' })
  expect(ballotFault(stateWith(site), secret, 'dv1', null)).toBeNull()
})

it('tells whoever a site has counted already to have it counted again', () => {
  expect(ballotFault(stateWith(device), open, 'dv1', 's1')).toEqual({ code: 'VOTE_COUNTED_AT_SITE', siteId: 's1' })
})

it.each([open, secret])('tells probationary members and others who do not vote why', (poll) => {
  expect(ballotFault(stateWith(device), poll, 'dv25', null)?.code).toBe('VOTE_PROBATIONARY')
  expect(ballotFault(stateWith(device), poll, 'guest', null)?.code).toBe('VOTE_NOT_ELIGIBLE')
})

it.each([open, secret])('has none for who only follows', (poll) => {
  expect(ballotFault(stateWith(null), poll, 'dv1', null)?.code).toBe('VOTE_NOT_PRESENT')
  expect(ballotFault(stateWith(device, 'inPerson'), poll, 'dv1', null)?.code).toBe('VOTE_NOT_PRESENT')
})
