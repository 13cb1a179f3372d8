import { expect, it } from 'vitest'
import { moveTarget, placeInQueue } from './queue.ts'

const hands = ['a', 'b', 'c'].map((name) => ({
  handId: `hand-${name}`,
  memberId: name,
  raisedBy: name,
  raisedAt: '2026-11-03T12:40:00.000Z',
}))

it('counts places from one', () => {
  expect(['a', 'c', 'x'].map((memberId) => placeInQueue(hands, memberId))).toEqual([1, 3, null])
})

it('moves a hand by one, or to the top', () => {
  expect(moveTarget(hands, 'hand-c', 'top')).toBe('hand-a')
  expect(moveTarget(hands, 'hand-c', 'up')).toBe('hand-b')
  expect(moveTarget(hands, 'hand-a', 'down')).toBe('hand-c')
  expect(moveTarget(hands, 'hand-b', 'down')).toBeNull()
})

it('leaves alone what cannot go further, and what is no longer there', () => {
  expect(moveTarget(hands, 'hand-a', 'top')).toBeUndefined()
  expect(moveTarget(hands, 'hand-a', 'up')).toBeUndefined()
  expect(moveTarget(hands, 'hand-c', 'down')).toBeUndefined()
  expect(moveTarget(hands, 'hand-x', 'up')).toBeUndefined()
})
