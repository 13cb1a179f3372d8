// Who is what in a meeting, by its state; and states as older logs made them.
import { describe, expect, test } from 'vitest'
import { meetingReducer } from '../streams/index.ts'
import { eventOf } from '../testing/events.ts'
import { entry, meeting, openedAt, plan } from '../testing/sampleEvening.ts'
import { meetingRolesOf, meetingViewer } from './roles.ts'

const draft = { ...meeting, status: 'draft' as const, announcedAt: null }
const roll = {
  organizationName: '',
  upperName: null,
  members: meeting.roll?.members ?? [],
  followers: meeting.roll?.followers ?? [],
}
const withGuest = { ...meeting, roll: { ...roll, guests: [entry('guest')] } }

describe('roles', () => {
  test.each([
    ['dv01', ['attendee', 'chair', 'organizer', 'committee']],
    ['dv02', ['attendee', 'organizer', 'committee', 'standIn']],
    ['dv03', ['attendee', 'committee']],
    ['dv04', ['attendee']],
    ['dv10', ['attendee', 'operator']],
    ['dv14', ['attendee', 'minutesSecretary']],
    ['dv22', ['attendee']],
    ['db01', ['follower']],
    ['guest', ['guest']],
    ['nobody', []],
  ])('%s', (who, roles) => expect(meetingRolesOf(withGuest, who)).toEqual(roles))

  test('the chair may be somebody else, and the one named to stand in is no chair', () => {
    const state = { ...meeting, chairId: 'dv05', plan: { ...plan, standInId: 'dv06' } }
    expect(meetingRolesOf(state, 'dv05')).toEqual(['attendee', 'chair'])
    expect(meetingRolesOf(state, 'dv06')).toEqual(['attendee', 'standIn'])
    expect(meetingRolesOf(state, 'dv01')).toEqual(['attendee', 'organizer', 'committee'])
  })

  test('a suspended member has no other role, whatever their office', () => {
    const members = [entry('dv01', { status: 'suspended', office: 'branchSecretary' })]
    expect(meetingRolesOf({ ...meeting, roll: { ...roll, guests: [], members } }, 'dv01')).toEqual(['suspended'])
  })

  test('a draft is known to the committee and its chair only', () => {
    const known = ['dv01', 'dv02', 'dv03', 'dv04', 'dv10', 'dv14', 'db01'].filter(
      (who) => meetingRolesOf(draft, who).length > 0,
    )
    expect(known).toEqual(['dv01', 'dv02', 'dv03'])
    expect(meetingRolesOf({ ...draft, chairId: 'dv04' }, 'dv04')).toContain('chair')
    // Called off before anybody was told, it stays theirs.
    const cancelled = { ...draft, status: 'cancelled' as const }
    expect(meetingRolesOf(cancelled, 'dv04')).toEqual([])
    expect(meetingRolesOf({ ...cancelled, announcedAt: meeting.announcedAt }, 'dv04')).toEqual(['attendee'])
  })

  test('reasons are read by chair, minutes secretary and committee', () => {
    const readers = ['dv01', 'dv02', 'dv03', 'dv04', 'dv14', 'db01'].filter((who) => meetingViewer(meeting, who).bureau)
    expect(readers).toEqual(['dv01', 'dv02', 'dv03', 'dv14'])
  })
})

test('a meeting of the time before drafts and sites is read as announced, with everybody at own devices', () => {
  const { temporary: _, ...old } = entry('dv01')
  const oldRoll = { organizationName: 'Chi bộ', upperName: null, members: [old], followers: [] }
  const { standInId: _s, sites: _p, agenda: _a, guests: _g, documentsPostedAt: _d, ...oldPlan } = plan
  const rules = { id: 'default', version: 1, lateAfterMinutes: 10, minimumMinutes: 60 }
  const state = meetingReducer.reduceAll(meetingReducer.initial(), [
    eventOf('meeting.scheduled', { plan: oldPlan, roll: oldRoll }, { at: openedAt }),
    eventOf('meeting.opened', { rules, roll: oldRoll }, { at: openedAt }),
    eventOf('attendance.intervalStarted', { memberId: 'dv01' }, { at: openedAt }),
  ]).everyone
  expect(state.meeting).toMatchObject({
    status: 'open',
    chairId: 'dv01',
    announcedAt: openedAt,
    plan: { sites: [], agenda: [], guests: [] },
    roll: { members: [{ temporary: false }], guests: [] },
    rules: { lateAfterMinutes: 10, minimumMinutes: { regular: 60 }, reopenMinutes: 10 },
  })
  expect(state.attendance.intervals.dv01).toMatchObject([{ place: { kind: 'device' }, way: 'device' }])
})
