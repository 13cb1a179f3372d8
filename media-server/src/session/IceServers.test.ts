// The credentials are those that coturn computes from the same secret.
import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { iceServers } from './IceServers.ts'

it('names nobody when there is no TURN server', () => {
  expect(iceServers(undefined)).toEqual([])
})

it('gives credentials for a day, new ones each time', () => {
  const turn = { urls: ['turn:a.example'], secret: 'a-secret-of-coturn' }
  const [first] = iceServers(turn, 1_000_000)
  const [second] = iceServers(turn, 1_000_000)
  expect(first?.username).toMatch(/^87400:[0-9a-f]{12}$/)
  expect(first?.username).not.toBe(second?.username)
  expect(first?.credential).toBe(
    createHmac('sha1', turn.secret)
      .update(first?.username ?? '')
      .digest('base64'),
  )
})
