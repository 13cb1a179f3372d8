// A test room is one member's, and never a meeting's.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isTestRoom, testRoomOf } from './testRooms.ts'

const secret = 'grant-secret-for-tests'

test('it is an id, the same each time, another for another member and another secret', () => {
  const memberId = randomUUID()
  const room = testRoomOf(memberId, secret)
  expect(z.uuid().parse(room)).toBe(room)
  expect(testRoomOf(memberId, secret)).toBe(room)
  expect(testRoomOf(randomUUID(), secret)).not.toBe(room)
  expect(testRoomOf(memberId, 'another')).not.toBe(room)
})

test('it is known for what it is, however it is written; no id that a device makes is', () => {
  const room = testRoomOf(randomUUID(), secret)
  expect([room, room.toUpperCase(), randomUUID()].map(isTestRoom)).toEqual([true, true, false])
})
