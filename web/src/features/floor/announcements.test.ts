import type { RaisedHand, Speech } from '@hoi-truong/shared/floor'
import type { RollEntry } from '@hoi-truong/shared/meeting'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'
import { expect, it } from 'vitest'
import { floorBetween } from './announcements.ts'

type Everyone = MeetingStreamState['everyone']

const initial = meetingReducer.initial().everyone
const at = '2026-11-03T12:40:00.000Z'
const entries = ['An', 'Bình'].map((name) => ({ memberId: name, name }) as RollEntry)
const base: Everyone = {
  ...initial,
  meeting: {
    ...initial.meeting,
    chairId: 'chair',
    roll: {
      members: entries,
      followers: [],
      guests: [],
      organizationName: '',
    } as unknown as Everyone['meeting']['roll'],
  },
}
const hand = (memberId: string): RaisedHand => ({ handId: memberId, memberId, raisedBy: memberId, raisedAt: at })
const speech = (memberId: string, endedAt: string | null = null): Speech => ({
  speechId: memberId,
  memberId,
  siteId: null,
  itemId: null,
  startedAt: at,
  endedAt,
  reason: endedAt === null ? null : 'chair',
  limitSeconds: null,
  way: 'granted',
})
const withFloor = (change: Partial<Everyone['floor']>): Everyone => ({ ...base, floor: { ...base.floor, ...change } })
const keys = (before: Everyone, after: Everyone, ownId: string) =>
  floorBetween(before, after, ownId).map(({ key, values }) => [key, values.name ?? ''])

it('calls the one who is meant otherwise than the others', () => {
  const called = withFloor({ speeches: [speech('An')] })
  expect(keys(base, called, 'An')).toEqual([['floor.said_granted_you', '']])
  expect(keys(base, called, 'Bình')).toEqual([['floor.said_granted', 'An']])
})

it('tells the speaker alone that the speech is over', () => {
  const before = withFloor({ speeches: [speech('An')] })
  const next = withFloor({ speeches: [speech('An', at), speech('Bình')] })
  expect(keys(before, next, 'An')).toEqual([
    ['floor.said_granted', 'Bình'],
    ['floor.said_ended_you', ''],
  ])
  expect(keys(before, withFloor({ speeches: [speech('An', at)] }), 'Bình')).toEqual([])
})

it('tells the chair alone of a new hand', () => {
  const before = withFloor({ hands: [hand('An')] })
  const after = withFloor({ hands: [hand('An'), hand('Bình')] })
  expect(keys(before, after, 'chair')).toEqual([['floor.said_hand', 'Bình']])
  expect(keys(before, after, 'An')).toEqual([])
})

it('tells everybody of another way of speaking, and who was shown out and let in again', () => {
  const out: Everyone = {
    ...withFloor({ mode: 'open' }),
    attendance: { ...base.attendance, removed: { An: { at, by: 'chair', reason: 'ồn' } } },
  }
  expect(keys(base, out, 'Bình')).toEqual([
    ['floor.said_mode_open', ''],
    ['floor.said_removed', 'An'],
  ])
  expect(keys(out, base, 'Bình')).toEqual([
    ['floor.said_mode_chaired', ''],
    ['floor.said_readmitted', 'An'],
  ])
})
