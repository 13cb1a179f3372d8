import { expect, it } from 'vitest'
import { arrangeTiles, type Seat } from './arrangeTiles.ts'

const seat = (memberId: string, more: Partial<Seat> = {}): Seat => ({
  memberId,
  chair: false,
  own: false,
  hasPicture: false,
  speaking: false,
  since: memberId,
  ...more,
})

it('puts the chair first, then the others as they came, and oneself last', () => {
  const { large, compact } = arrangeTiles([seat('b'), seat('me', { own: true }), seat('a'), seat('z', { chair: true })])
  expect(large.map(({ memberId }) => memberId)).toEqual(['z', 'a', 'b', 'me'])
  expect(compact).toEqual([])
})

it('gives large tiles in a large room only to those whom there is something to see of', () => {
  const quiet = Array.from({ length: 20 }, (_, n) => seat(`q${String(n).padStart(2, '0')}`))
  const { large, compact } = arrangeTiles([
    ...quiet,
    seat('picture', { hasPicture: true }),
    seat('voice', { speaking: true }),
    seat('chair', { chair: true }),
    seat('me', { own: true }),
  ])
  expect(large.map(({ memberId }) => memberId)).toEqual(['chair', 'picture', 'voice', 'me'])
  expect(compact).toHaveLength(20)
})
