// A resume token is worth something only in the process that gave it.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { signGrant } from '../testing/mediaTestServer.ts'
import { ResumeTokens } from './ResumeTokens.ts'

const claims = { meetingId: randomUUID(), sessionId: randomUUID() }

it('reads what it gave', () => {
  const tokens = new ResumeTokens()
  expect(tokens.read(tokens.issue(claims))).toMatchObject(claims)
})

it('reads nothing from another process, another secret, or no token', () => {
  const tokens = new ResumeTokens()
  expect(tokens.read(new ResumeTokens().issue(claims))).toBeUndefined()
  expect(tokens.read(signGrant(claims))).toBeUndefined()
  expect(tokens.read('hello')).toBeUndefined()
})
