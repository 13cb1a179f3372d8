// Who may be heard and who may show something: one row for each state that the meeting may be in.
import { describe, expect, test } from 'vitest'
import { atSite, meeting as closedMeeting, attendance as evening, online } from '../testing/sampleEvening.ts'
import { floorPart } from './index.ts'
import type { Speech } from './reduce.ts'
import { carries, type FloorView, leadsOrSpeaks, mayBeHeard, mayShow } from './rights.ts'

const floor = floorPart.everyone.initial
/** dv01 chairs and dv04, dv16 are online; dv10 runs the site, dv05 and dv14 (who keeps the minutes) sit there with phones of their own. */
const view: FloorView = {
  meeting: { ...closedMeeting, status: 'open' },
  agenda: { revision: 1, items: [], courses: [] } as unknown as FloorView['agenda'],
  attendance: {
    ...evening,
    overAt: null,
    intervals: {
      dv01: [online('19:20')],
      dv04: [online('19:20')],
      dv16: [online('19:20')],
      dv10: [atSite('19:20')],
      dv05: [atSite('19:20')],
      dv14: [atSite('19:20')],
    },
    companions: { dv10: true, dv05: true, dv14: true },
  },
  floor,
}
const devices = ['dv01', 'dv04', 'dv16', 'dv10', 'dv05', 'dv14']
const speaking = (memberId: string, siteId: string | null = null): FloorView => ({
  ...view,
  floor: {
    ...floor,
    speeches: [{ speechId: 's', memberId, siteId, endedAt: null, way: 'granted' } as unknown as Speech],
  },
})
const openFloor: FloorView = { ...view, floor: { ...floor, mode: 'open' } }
const early: FloorView = { ...view, meeting: { ...view.meeting, status: 'announced' } }
const chairAtSite: FloorView = {
  ...view,
  attendance: {
    ...view.attendance,
    intervals: { ...view.attendance.intervals, dv01: [atSite('19:20')] },
    companions: { ...view.attendance.companions, dv01: true },
  },
}

describe('heard', () => {
  test.each<[string, FloorView, string[]]>([
    ['chaired: the chair', view, ['dv01']],
    ['chaired, one has the floor: that one too', speaking('dv16'), ['dv01', 'dv16']],
    ['chaired, one at the site has it: the site’s device', speaking('dv05'), ['dv01', 'dv10']],
    ['chaired, the operator has it', speaking('dv10'), ['dv01', 'dv10']],
    ['chaired, the chair has it', speaking('dv01'), ['dv01']],
    ['chaired, the speaker has left', speaking('dv07'), ['dv01']],
    ['chaired, the chair sits at the site', chairAtSite, ['dv10']],
    ['open floor: all but phones beside the loudspeakers', openFloor, ['dv01', 'dv04', 'dv16', 'dv10']],
    ['before the opening: the same', early, ['dv01', 'dv04', 'dv16', 'dv10']],
  ])('%s', (_, state, expected) => {
    expect(devices.filter((deviceOf) => mayBeHeard(state, deviceOf))).toEqual(expected)
  })

  test('before the opening and on open floor whoever leads or has the floor still comes first', () => {
    expect(devices.filter((deviceOf) => leadsOrSpeaks(openFloor, deviceOf))).toEqual(['dv01'])
    expect(devices.filter((deviceOf) => leadsOrSpeaks(speaking('dv05'), deviceOf))).toEqual(['dv01', 'dv10'])
  })
})

describe('shows', () => {
  const presented: FloorView = {
    ...view,
    agenda: {
      ...view.agenda,
      items: [{ itemId: 'one', presenterId: 'dv04' }],
      courses: [{ itemId: 'one', startedAt: 'x', endedAt: null }],
    } as unknown as FloorView['agenda'],
  }
  test.each<[string, FloorView, string[]]>([
    // The minutes secretary sits at the site: the hall's screen is theirs as well.
    ['chaired: those who lead', view, ['dv01', 'dv10', 'dv14']],
    ['whoever has the floor', speaking('dv16'), ['dv01', 'dv16', 'dv10', 'dv14']],
    ['whoever presents the item that is on', presented, ['dv01', 'dv04', 'dv10', 'dv14']],
    ['open floor: all', openFloor, devices],
  ])('%s', (_, state, expected) => {
    expect(devices.filter((memberId) => mayShow(state, memberId))).toEqual(expected)
  })
})

test('one device carries each, or none', () => {
  const carriers = (memberId: string) => devices.filter((deviceOf) => carries(view, deviceOf, memberId))
  expect(carriers('dv16')).toEqual(['dv16'])
  expect(carriers('dv05')).toEqual(['dv10'])
  expect(carriers('dv10')).toEqual(['dv10'])
  // Nobody is named for the site, and no officer sits there: no microphone.
  const plan = view.meeting.plan && {
    ...view.meeting.plan,
    sites: view.meeting.plan.sites.map((site) => ({ ...site, operatorId: null })),
  }
  const unmanned: FloorView = {
    ...view,
    meeting: { ...view.meeting, plan, minutesSecretaryId: null },
  }
  expect(devices.filter((deviceOf) => carries(unmanned, deviceOf, 'dv05'))).toEqual([])
})
