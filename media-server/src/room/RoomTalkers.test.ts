// What the cap decides is told once, those kept back are not shown as heard, and nothing ticks on when the room is over; with made time.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RoomTalkers } from './RoomTalkers.ts'

let told: string[]
let shown: string[]
let talkers: RoomTalkers

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  told = []
  talkers = new RoomTalkers({
    neverCapped: () => false,
    onSpeakers: (speakers) => {
      shown = speakers.map(({ memberId }) => memberId)
    },
    onCapped: (producerId, capped) => told.push(`${producerId} ${capped ? 'waits' : 'is heard'}`),
  })
})

afterEach(() => {
  talkers.close()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

const measured = (...producerIds: string[]) =>
  producerIds.map((producerId, index) => ({ producerId, memberId: `member of ${producerId}`, volume: -20 - index }))

it('shows only those who are heard, and lets the next one through without hearing anything more', () => {
  talkers.hear(measured('a', 'b', 'c'))
  vi.advanceTimersByTime(1_000)
  talkers.hear(measured('d', 'b', 'c'))
  expect(told).toEqual(['d waits'])
  expect(shown).toEqual(['member of b', 'member of c'])
  // From now on the observer says nothing: a falls silent for good.
  vi.advanceTimersByTime(1_010)
  expect(told).toEqual(['d waits', 'd is heard'])
  vi.advanceTimersByTime(60_000)
  expect(told).toHaveLength(2)
})

it('noise takes no place from a voice, but is shown', () => {
  const noise = ['x', 'y', 'z'].map((producerId) => ({ producerId, memberId: producerId, volume: -60 }))
  talkers.hear(noise)
  vi.advanceTimersByTime(1_000)
  talkers.hear([...measured('a'), ...noise])
  expect(told).toEqual([])
  expect(shown).toEqual(['member of a', 'x', 'y', 'z'])
})

it('shows five at most', () => {
  talkers.hear(['u', 'v', 'w', 'x', 'y', 'z'].map((producerId) => ({ producerId, memberId: producerId, volume: -60 })))
  expect(shown).toEqual(['u', 'v', 'w', 'x', 'y'])
})

it('whoever is gone makes place at once', () => {
  talkers.hear(measured('a', 'b', 'c', 'd'))
  talkers.forget('b')
  expect(told).toEqual(['d waits', 'd is heard'])
})

it('a room that closes while somebody waits leaves nothing behind', () => {
  talkers.hear(measured('a', 'b', 'c', 'd'))
  expect(vi.getTimerCount()).toBe(1)
})
