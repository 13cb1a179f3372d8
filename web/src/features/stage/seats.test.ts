import { describe, expect, it } from 'vitest'
import { arrangeSeats, mainSeat, type Seat } from './seats.ts'

const seat = (memberId: string, more: Partial<Seat> = {}): Seat => ({
  memberId,
  chair: false,
  own: false,
  camera: false,
  picture: false,
  speaking: false,
  marked: false,
  since: memberId,
  ...more,
})
const many = (count: number, more: Partial<Seat> = {}) =>
  Array.from({ length: count }, (_, n) => seat(`q${String(n).padStart(2, '0')}`, more))
const ids = (seats: readonly Seat[]) => seats.map(({ memberId }) => memberId)
const gallery = { layout: 'gallery', mainId: null, cameras: 4 } as const

describe('a gallery', () => {
  it('puts the chair first, then the others as they came, and oneself last', () => {
    const people = [seat('b'), seat('me', { own: true }), seat('a'), seat('z', { chair: true })]
    const { main, tiles, lines } = arrangeSeats(people, gallery)
    expect(main).toBeNull()
    expect(ids(tiles)).toEqual(['z', 'a', 'b', 'me'])
    expect(lines).toEqual([])
  })

  it('gives tiles in a large room only to those whom there is something to see of', () => {
    const people = [
      ...many(20),
      seat('camera', { camera: true }),
      seat('hand', { marked: true }),
      seat('voice', { speaking: true }),
      seat('chair', { chair: true }),
      seat('me', { own: true }),
    ]
    const { tiles, lines } = arrangeSeats(people, gallery)
    expect(ids(tiles)).toEqual(['chair', 'camera', 'hand', 'voice', 'me'])
    expect(lines).toHaveLength(20)
  })

  it('has no more tiles for cameras than pictures come, and keeps those that are there', () => {
    const people = [...many(24, { camera: true }), seat('x', { camera: true, picture: true })]
    const { tiles, lines } = arrangeSeats(people, gallery)
    expect(ids(tiles)).toEqual(['q00', 'q01', 'q02', 'x'])
    expect(lines).toHaveLength(21)
  })

  it.each([1, 2, 5, 9, 25, 60])('seats each of %i people once', (count) => {
    for (const layout of ['gallery', 'speaker', 'shown'] as const) {
      const { main, tiles, lines } = arrangeSeats(many(count, { camera: true }), { layout, mainId: 'q00', cameras: 4 })
      const all = [...(main ? [main] : []), ...tiles, ...lines]
      expect(ids(all).toSorted()).toEqual(ids(many(count)))
    }
  })
})

describe('around one', () => {
  it('takes the main seat out of the others', () => {
    const { main, tiles } = arrangeSeats(many(3), { layout: 'speaker', mainId: 'q01', cameras: 4 })
    expect(main?.memberId).toBe('q01')
    expect(ids(tiles)).toEqual(['q00', 'q02'])
  })

  it('counts its picture among those that come', () => {
    const { tiles } = arrangeSeats(many(25, { camera: true }), { layout: 'speaker', mainId: 'q00', cameras: 2 })
    expect(ids(tiles)).toEqual(['q01'])
  })

  it('goes on without it when that member is gone', () => {
    const { main, tiles } = arrangeSeats(many(3), { layout: 'speaker', mainId: 'gone', cameras: 4 })
    expect(main).toBeNull()
    expect(tiles).toHaveLength(3)
  })
})

describe('the main seat', () => {
  const people = [seat('a'), seat('me', { own: true }), seat('cam', { camera: true }), seat('chair', { chair: true })]

  it('is the pinned one while there', () => {
    expect(mainSeat(people, ['a', 'chair'], 'cam')).toBe('cam')
    expect(mainSeat(people, ['a', 'chair'], 'me')).toBe('me')
    expect(mainSeat(people, ['a', 'chair'], 'gone')).toBe('a')
  })

  it('is the first of those wanted who is there and not oneself', () => {
    expect(mainSeat(people, ['me', null, 'gone', 'chair'], null)).toBe('chair')
  })

  it('is somebody to be seen where nobody is wanted, and oneself only when alone', () => {
    expect(mainSeat(people, ['me'], null)).toBe('cam')
    expect(mainSeat([seat('me', { own: true })], ['me'], null)).toBe('me')
    expect(mainSeat([], [], null)).toBeNull()
  })
})
