// Whose microphone nobody receives, who may show a screen, and whose sound was switched off: what the media-server is told.
import { mayShow } from '@hoi-truong/shared/floor'
import type { LogEvent } from '@hoi-truong/shared/log'
import type { MeetingPlan, RollEntry } from '@hoi-truong/shared/meeting'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { describe, expect, test } from 'vitest'
import type { StateOfKind } from '../log/commandDefinition.ts'
import { desiredRoom, heldSources, mayPublish } from './desiredState.ts'

type Everyone = StateOfKind['meeting']['everyone']

const AT = '2026-11-03T12:40:00.000Z'
const entry = (memberId: string): RollEntry => ({
  memberId,
  name: memberId,
  category: 'official',
  status: 'active',
  office: 'member',
  title: null,
  temporary: false,
})
const inRoom = { place: { kind: 'device' }, way: 'device', startedAt: AT, endedAt: null, reason: null } as const
const inHall = { ...inRoom, place: { kind: 'site', siteId: 'hall' }, way: 'operator' } as const

/** chair and member over devices; operator, sitter and beside in the hall, where operator speaks for all and beside has an own phone. */
const initial = meetingReducer.initial()
const opened: Everyone = {
  ...initial.everyone,
  meeting: {
    ...initial.everyone.meeting,
    status: 'open',
    announcedAt: AT,
    openedAt: AT,
    chairId: 'chair',
    minutesSecretaryId: 'secretary',
    plan: { sites: [{ siteId: 'hall', name: 'Hội trường thôn', operatorId: 'operator' }] } as unknown as MeetingPlan,
    roll: {
      organizationName: 'Chi bộ',
      upperName: null,
      members: ['chair', 'secretary', 'member', 'operator', 'sitter', 'beside', 'presenter'].map(entry),
      followers: [],
      guests: [],
    },
  },
  attendance: {
    ...initial.everyone.attendance,
    intervals: {
      chair: [inRoom],
      secretary: [inRoom],
      member: [inRoom],
      presenter: [inRoom],
      operator: [inHall],
      sitter: [inHall],
      beside: [inHall],
    },
    companions: { operator: true, beside: true },
  },
}

let seq = 0
function after(everyone: Everyone, ...events: [type: string, payload: object][]): Everyone {
  return events.reduce((state, [type, payload]) => {
    seq += 1
    const event = { seq, type, version: 2, audience: 'everyone', payload, at: AT, actorId: 'chair' } as LogEvent
    return meetingReducer.reduce({ ...initial, everyone: state }, event).everyone
  }, everyone)
}
const granted = (memberId: string, siteId: string | null = null): [string, object] => [
  'floor.granted',
  { speechId: `${memberId} speaks`, memberId, siteId, itemId: null, limitSeconds: null },
]
const room = (everyone: Everyone) =>
  desiredRoom(
    {
      streamId: 'm',
      kind: 'meeting',
      organizationId: 'o',
      position: { seq: 7, hash: '' },
      at: AT,
      state: { ...initial, everyone },
    },
    1,
  )
/** Whose microphone reaches the others, should it be on. */
const heard = (everyone: Everyone) =>
  room(everyone)
    .peers.filter(({ mayPublish: may, held }) => may.includes('microphone') && !held.includes('microphone'))
    .map(({ memberId }) => memberId)
const shows = (everyone: Everyone) =>
  room(everyone)
    .peers.filter(({ mayPublish: may }) => may.includes('screen'))
    .map(({ memberId }) => memberId)

describe('the microphone', () => {
  test('chaired: the chair alone, and whoever has the floor', () => {
    expect(heard(opened)).toEqual(['chair'])
    expect(heard(after(opened, granted('member')))).toEqual(['chair', 'member'])
    expect(heard(after(opened, granted('member'), granted('secretary')))).toEqual(['chair', 'secretary'])
    const over = after(opened, granted('member'), ['floor.ended', { speechId: 'member speaks', reason: 'own' }])
    expect(heard(over)).toEqual(['chair'])
  })

  test('a speaker at the site is carried by the site’s device, whoever else has a phone there', () => {
    expect(heard(after(opened, granted('sitter', 'hall')))).toEqual(['chair', 'operator'])
    expect(heard(after(opened, granted('beside', 'hall')))).toEqual(['chair', 'operator'])
  })

  test('a chair at the site is heard by its device', () => {
    const intervals = { ...opened.attendance.intervals, chair: [inHall] }
    const attendance = { ...opened.attendance, intervals, companions: { ...opened.attendance.companions, chair: true } }
    expect(heard({ ...opened, attendance } as Everyone)).toEqual(['operator'])
  })

  test('open floor and before the opening: everybody, but for the phone beside the loudspeakers', () => {
    const all = ['chair', 'secretary', 'member', 'presenter', 'operator']
    const open = after(opened, ['floor.modeChanged', { mode: 'open' }])
    expect(heard(open)).toEqual(all)
    const early = { ...opened, meeting: { ...opened.meeting, status: 'announced', openedAt: null } } as Everyone
    expect(heard(early)).toEqual(all)
    expect(heard(after(open, ['floor.modeChanged', { mode: 'chaired' }]))).toEqual(['chair'])
  })

  test('a held one exists: it may be sent, and nobody receives it', () => {
    expect(mayPublish(opened, 'member')).toContain('microphone')
    expect(heldSources(opened, 'member')).toEqual(['microphone'])
    expect(heldSources(opened, 'chair')).toEqual([])
  })

  test('the phone beside a site sends nothing at all, whoever has the floor', () => {
    for (const everyone of [opened, after(opened, granted('beside', 'hall'))])
      expect(mayPublish(everyone, 'beside')).toEqual([])
  })
})

describe('the screen', () => {
  test('goes with the floor, and belongs to those who lead and to who presents the item', () => {
    expect(shows(opened)).toEqual(['chair', 'secretary'])
    expect(shows(after(opened, granted('member')))).toEqual(['chair', 'secretary', 'member'])
    expect(shows(after(opened, granted('sitter', 'hall')))).toEqual(['chair', 'secretary', 'operator'])
    const agenda = {
      ...opened.agenda,
      items: [{ itemId: 'one', presenterId: 'presenter' }],
      courses: [{ itemId: 'one', startedAt: AT, endedAt: null }],
    } as unknown as Everyone['agenda']
    expect(shows({ ...opened, agenda })).toEqual(['chair', 'secretary', 'presenter'])
    expect(mayShow({ ...opened, agenda }, 'member')).toBe(false)
  })

  test('of all on open floor', () => {
    const open = after(opened, ['floor.modeChanged', { mode: 'open' }])
    expect(shows(open)).toEqual(['chair', 'secretary', 'member', 'presenter', 'operator'])
  })
})

test('what was switched off is told by the number of its event, also when the floor is given afterwards', () => {
  const numbers = (everyone: Everyone) =>
    Object.fromEntries(room(everyone).peers.map(({ memberId, silencedSeq }) => [memberId, silencedSeq]))
  const one = after(opened, ['floor.silenced', { memberIds: ['member'], except: [] }])
  const first = seq
  expect(numbers(one)).toMatchObject({ member: first, chair: 0, secretary: 0 })
  const all = after(one, ['floor.silenced', { memberIds: null, except: ['chair', 'secretary'] }])
  expect(numbers(all)).toMatchObject({ member: seq, chair: 0, secretary: 0, operator: seq })
  expect(numbers(after(all, granted('member')))).toMatchObject({ member: first + 1 })
})

test('whoever is shown out is no peer any more', () => {
  const out = after(
    opened,
    ['attendance.removed', { memberId: 'member', reason: 'x' }],
    ['attendance.intervalEnded', { memberId: 'member', endedAt: AT, reason: 'removed' }],
  )
  expect(room(out).peers.map(({ memberId }) => memberId)).not.toContain('member')
})
