import { describe, expect, it } from 'vitest'
import { dueAt, LOUDEST_FOR_MS, nextSpeaker, nobodyYet, SHOWN_AT_LEAST_MS } from './activeSpeaker.ts'

type Moment = [at: number, speakers: string[], floor?: string | null]

/** Who is shown after each moment, with everybody still in the room but those named. */
function shownAfter(moments: readonly Moment[], gone: readonly string[] = []) {
  let state = nobodyYet
  return moments.map(([at, speakers, floor = null]) => {
    state = nextSpeaker(state, { at, speakers, floor, isHere: (memberId) => !gone.includes(memberId) })
    return state.memberId
  })
}

describe('by who is heard', () => {
  it('shows the first who has been the loudest for a while', () => {
    expect(
      shownAfter([
        [0, ['a']],
        [1_000, ['a']],
        [LOUDEST_FOR_MS, ['a']],
      ]),
    ).toEqual([null, null, 'a'])
  })

  it('is not taken by a cough', () => {
    const moments: Moment[] = [
      [0, ['a']],
      [2_000, ['a']],
      [20_000, ['b', 'a']],
      [21_000, ['a']],
      [22_000, ['a', 'b']],
    ]
    expect(shownAfter(moments).slice(1)).toEqual(['a', 'a', 'a', 'a'])
  })

  it('goes to another who stays the loudest', () => {
    const moments: Moment[] = [
      [0, ['a']],
      [2_000, ['a']],
      [20_000, ['b', 'a']],
      [21_000, ['b', 'a']],
      [21_500, ['b']],
    ]
    expect(shownAfter(moments).slice(1)).toEqual(['a', 'a', 'a', 'b'])
  })

  it('stays with one of two who talk at once, however the louder of them changes', () => {
    const turns = Array.from(
      { length: 60 },
      (_, second): Moment => [5_000 + second * 1_000, second % 2 === 0 ? ['b', 'a'] : ['a', 'b']],
    )
    expect(new Set(shownAfter([[0, ['a']], [2_000, ['a']], ...turns]).slice(1))).toEqual(new Set(['a']))
  })

  it('does not jump with each short sentence of two who answer each other', () => {
    const turns = Array.from(
      { length: 120 },
      (_, half): Moment => [2_000 + half * 500, [Math.floor(half / 4) % 2 === 0 ? 'b' : 'a']],
    )
    const shown = shownAfter([[0, ['a']], [2_000, ['a']], ...turns])
    const changes = shown.filter((memberId, index) => index > 1 && memberId !== shown[index - 1]).length
    expect(changes).toBeLessThanOrEqual(60_000 / SHOWN_AT_LEAST_MS)
  })

  it('stays where it is in silence', () => {
    expect(
      shownAfter([
        [0, ['a']],
        [2_000, ['a']],
        [3_000, []],
        [600_000, []],
      ]).slice(1),
    ).toEqual(['a', 'a', 'a'])
  })

  it('begins to count anew after a silence', () => {
    const moments: Moment[] = [
      [0, ['a']],
      [2_000, ['a']],
      [20_000, ['b']],
      [21_000, []],
      [21_600, ['b']],
      [22_600, ['b']],
    ]
    expect(shownAfter(moments).slice(1)).toEqual(['a', 'a', 'a', 'a', 'a'])
  })

  it('lets go of whoever has left, and shows no other who is not there', () => {
    const here = nextSpeaker(nobodyYet, { at: 0, speakers: [], floor: 'a', isHere: () => true })
    expect(nextSpeaker(here, { at: 1, speakers: ['a'], floor: null, isHere: () => false })).toEqual(nobodyYet)
    expect(
      shownAfter(
        [
          [0, ['a', 'b']],
          [LOUDEST_FOR_MS, ['a', 'b']],
        ],
        ['a'],
      ),
    ).toEqual([null, 'b'])
  })
})

describe('by the floor', () => {
  it('goes at once to whoever is given it, before a word is said', () => {
    expect(
      shownAfter([
        [0, ['a']],
        [2_000, ['a']],
        [2_001, ['a'], 'b'],
      ]),
    ).toEqual([null, 'a', 'b'])
  })

  it('stays there while somebody else is louder', () => {
    expect(
      shownAfter([
        [0, [], 'b'],
        [60_000, ['a'], 'b'],
        [90_000, ['a'], 'b'],
      ]),
    ).toEqual(['b', 'b', 'b'])
  })

  it('stays there after the end until somebody else has spoken', () => {
    const moments: Moment[] = [
      [0, [], 'b'],
      [60_000, []],
      [61_000, ['a']],
      [62_500, ['a']],
    ]
    expect(shownAfter(moments)).toEqual(['b', 'b', 'b', 'a'])
  })
})

it('says when the next change is due, and is the same while nothing changes', () => {
  const shown = nextSpeaker(nobodyYet, { at: 0, speakers: [], floor: 'a', isHere: () => true })
  expect(dueAt(shown)).toBeNull()
  const heard = { speakers: ['b'], floor: null, isHere: () => true }
  const early = nextSpeaker(shown, { at: 100, ...heard })
  expect(dueAt(early)).toBe(SHOWN_AT_LEAST_MS)
  expect(nextSpeaker(early, { at: 200, ...heard })).toBe(early)
  expect(dueAt(nextSpeaker(shown, { at: 10_000, ...heard }))).toBe(10_000 + LOUDEST_FOR_MS)
})
