// The floor as events make it: a queue in the order of numbers, one who speaks, and an end to both for whoever is gone.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventOf } from '../testing/events.ts'
import { entry } from '../testing/sampleEvening.ts'
import { currentSpeech, type FloorState, floorPart, handOf, silencedSeq } from './index.ts'

const { initial, reduce } = floorPart.everyone
const at = (minute: number): string => `2026-11-03T12:${String(minute).padStart(2, '0')}:00.000Z`

type Step = [type: string, payload: object, minute?: number, actorId?: string]
const play = (state: FloorState, ...steps: Step[]): FloorState =>
  steps.reduce(
    (before, [type, payload, minute = 30, actorId = 'chair']) =>
      reduce(before, eventOf(type, payload, { at: at(minute), actorId })),
    state,
  )
const raised = (memberId: string, minute = 30, by = memberId): Step => [
  'floor.handRaised',
  { handId: `hand ${memberId}`, memberId },
  minute,
  by,
]
const moved = (memberId: string, before: string | null): Step => [
  'floor.handMoved',
  { handId: `hand ${memberId}`, before: before && `hand ${before}` },
]
const granted = (memberId: string, minute = 30): Step => [
  'floor.granted',
  { speechId: `${memberId} ${minute}`, memberId, siteId: null, itemId: null, limitSeconds: null },
  minute,
]
const left = (memberId: string, minute: number, reason = 'left'): Step => [
  'attendance.intervalEnded',
  { memberId, endedAt: at(minute), reason },
  minute,
]
const queue = ({ hands }: FloorState) => hands.map(({ memberId }) => memberId)

describe('the queue', () => {
  const three = play(initial, raised('a'), raised('b'), raised('c'))

  test('by number, and by whom they were raised where it was another', () => {
    expect(queue(three)).toEqual(['a', 'b', 'c'])
    const forAnother = play(initial, raised('a'), raised('b', 31, 'operator'))
    expect(forAnother.hands.map(({ raisedBy }) => raisedBy)).toEqual([null, 'operator'])
    expect(handOf(forAnother, 'b')?.raisedAt).toBe(at(31))
  })

  test('as the chair orders it', () => {
    expect(queue(play(three, moved('c', 'a')))).toEqual(['c', 'a', 'b'])
    expect(queue(play(three, moved('a', null)))).toEqual(['b', 'c', 'a'])
    expect(queue(play(three, moved('a', 'c')))).toEqual(['b', 'a', 'c'])
  })

  test('before a hand that has gone: to the end; of a hand that has gone, or before itself: as it was', () => {
    expect(queue(play(three, moved('a', 'gone')))).toEqual(['b', 'c', 'a'])
    expect(queue(play(three, moved('gone', 'a')))).toEqual(['a', 'b', 'c'])
    expect(queue(play(three, moved('b', 'b')))).toEqual(['a', 'b', 'c'])
  })

  test('down, called, gone for good', () => {
    expect(queue(play(three, ['floor.handLowered', { handId: 'hand b', reason: 'own' }]))).toEqual(['a', 'c'])
    expect(queue(play(three, granted('c')))).toEqual(['a', 'b'])
    expect(queue(play(three, left('a', 31)))).toEqual(['b', 'c'])
  })

  test('whoever changes places keeps the hand, and the speech', () => {
    const speaking = play(three, granted('c'), left('a', 31, 'moved'), left('c', 31, 'moved'))
    expect([queue(speaking), currentSpeech(speaking)?.memberId]).toEqual([['a', 'b'], 'c'])
  })
})

describe('a speech', () => {
  test('the next one ends it', () => {
    const { speeches } = play(initial, granted('a', 30), granted('b', 35))
    expect(speeches).toMatchObject([
      { memberId: 'a', startedAt: at(30), endedAt: at(35), reason: 'next', way: 'granted' },
      { memberId: 'b', startedAt: at(35), endedAt: null, reason: null },
    ])
  })

  test('ended, limited: only the one that is meant', () => {
    const one = play(initial, granted('a', 30), ['floor.limitChanged', { speechId: 'a 30', limitSeconds: 60 }])
    expect(currentSpeech(one)?.limitSeconds).toBe(60)
    const other = play(one, ['floor.ended', { speechId: 'another', reason: 'own' }, 31])
    expect(currentSpeech(other)?.speechId).toBe('a 30')
    const over = play(one, ['floor.ended', { speechId: 'a 30', reason: 'chair' }, 31])
    expect(over.speeches).toMatchObject([{ endedAt: at(31), reason: 'chair' }])
  })

  test('ends when its speaker is gone, when they were last seen; never before it began', () => {
    expect(play(initial, granted('a', 30), left('a', 33)).speeches).toMatchObject([{ endedAt: at(33), reason: 'left' }])
    const calledTooLate: Step = ['attendance.intervalEnded', { memberId: 'a', endedAt: at(20), reason: 'lapsed' }, 31]
    expect(play(initial, granted('a', 30), calledTooLate).speeches).toMatchObject([
      { startedAt: at(30), endedAt: at(30), reason: 'left' },
    ])
  })

  test('one that was heard is over when it is noted, and ends no other', () => {
    const heard = {
      speechId: 'h',
      memberId: 'chair',
      siteId: null,
      itemId: null,
      startedAt: at(31),
      endedAt: at(32),
    }
    const state = play(initial, granted('a', 30), ['floor.speechHeard', heard, 33])
    expect(currentSpeech(state)?.memberId).toBe('a')
    expect(state.speeches[1]).toMatchObject({ way: 'heard', endedAt: at(32) })
  })
})

describe('whoever may not be there any more', () => {
  const roll = (...members: ReturnType<typeof entry>[]) => ({
    roll: { organizationName: '', upperName: null, members, followers: [], guests: [] },
  })
  const both = play(initial, raised('a'), granted('b', 30))

  test('suspended or off the list: neither hand nor floor', () => {
    const suspended = roll(entry('a', { status: 'suspended' }), entry('b'))
    expect(queue(play(both, ['meeting.rollUpdated', suspended, 31]))).toEqual([])
    const off = play(both, ['meeting.rollUpdated', roll(entry('a')), 31])
    expect([queue(off), off.speeches[0]]).toMatchObject([['a'], { endedAt: at(31), reason: 'left' }])
    expect(play(both, ['meeting.rollUpdated', roll(entry('a'), entry('b')), 31])).toEqual(both)
  })

  test('corrected to have left, or not to have been there', () => {
    const presence = { place: { kind: 'device' }, arrivedAt: at(20), leftAt: null }
    const corrected = (memberId: string, more: object | null): Step => [
      'attendance.corrected',
      { memberId, presence: more, reason: 'x' },
      31,
    ]
    expect(play(both, corrected('a', presence))).toEqual(both)
    expect(queue(play(both, corrected('a', { ...presence, leftAt: at(25) })))).toEqual([])
    expect(currentSpeech(play(both, corrected('b', null)))).toBeUndefined()
  })
})

test('the closing ends all of it; taken back, nobody waits or speaks, and the mode is as it was', () => {
  const open = play(initial, ['floor.modeChanged', { mode: 'open' }], raised('a'), granted('b'))
  const closed = play(open, ['meeting.closed', {}, 40])
  expect([queue(closed), closed.speeches[0]]).toMatchObject([[], { endedAt: at(40), reason: 'closed' }])
  expect(play(closed, ['meeting.reopened', {}, 41])).toMatchObject({ mode: 'open', hands: [] })
})

describe('switched off', () => {
  test('one, or all but those left out; the latest counts', () => {
    const one = play(initial, ['floor.silenced', { memberIds: ['a'], except: [] }])
    const first = silencedSeq(one, 'a')
    expect([first > 0, silencedSeq(one, 'b')]).toEqual([true, 0])
    const all = play(one, ['floor.silenced', { memberIds: null, except: ['chair', 'a'] }])
    expect([silencedSeq(all, 'a'), silencedSeq(all, 'chair')]).toEqual([first, 0])
    expect(silencedSeq(all, 'b')).toBeGreaterThan(first)
    const again = play(all, ['floor.silenced', { memberIds: ['a', 'b'], except: [] }])
    expect(silencedSeq(again, 'a')).toBe(silencedSeq(again, 'b'))
    expect(silencedSeq(again, 'a')).toBeGreaterThan(silencedSeq(all, 'b'))
  })
})

describe('whatever happens in whatever order', () => {
  const who = fc.constantFrom('a', 'b', 'c', 'd')
  const minute = fc.integer({ min: 0, max: 59 })
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(who, minute).map(([memberId, when]) => granted(memberId, when)),
    fc.tuple(who, who).map(([memberId, before]) => moved(memberId, before)),
    who.map((memberId): Step => ['floor.handLowered', { handId: `hand ${memberId}`, reason: 'own' }]),
    fc.tuple(who, minute).map(([memberId, when]) => left(memberId, when)),
    fc
      .tuple(who, minute)
      .map(([memberId, when]): Step => ['floor.ended', { speechId: `${memberId} ${when}`, reason: 'own' }]),
    minute.map((when): Step => ['meeting.closed', {}, when]),
  )
  const hands = who.map((memberId) => raised(memberId))

  test('one speaks at most, nobody waits twice, nobody speaks backwards, and nobody waits who was just called', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(step, hands), { maxLength: 60 }), (steps) => {
        let state = initial
        for (const one of steps) {
          const [type, payload] = one as [string, { memberId: string }]
          // As the server decides: a hand that is up already is raised by no event.
          if (type === 'floor.handRaised' && handOf(state, payload.memberId)) continue
          state = play(state, one)
          if (type === 'floor.granted') expect(handOf(state, payload.memberId)).toBeUndefined()
          if (type === 'meeting.closed') expect([state.hands, currentSpeech(state)]).toEqual([[], undefined])
          expect(new Set(queue(state)).size).toBe(state.hands.length)
          expect(state.speeches.filter(({ endedAt }) => endedAt === null).length).toBeLessThan(2)
          for (const { startedAt, endedAt } of state.speeches)
            expect(endedAt === null || endedAt >= startedAt).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
