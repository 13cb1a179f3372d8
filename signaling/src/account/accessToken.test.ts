// What is accepted as an access token: only what this server signed for this purpose, and only for its minutes.
import { randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { expect, test } from 'vitest'
import { AccessTokens } from './accessToken.ts'

const secret = 'a-secret-of-the-right-length'
const tokens = new AccessTokens(secret, 600)
const memberId = randomUUID()
const sessionId = randomUUID()
const right = { subject: memberId, issuer: 'hoi-truong/signaling', audience: 'hoi-truong/api', expiresIn: 600 } as const
const forged = (options: jwt.SignOptions, by = secret, claims: object = { sid: sessionId }) =>
  jwt.sign(claims, by, { ...right, ...options })

test('its own token says who signed in, in which session and until when', () => {
  const claims = tokens.verify(tokens.sign(memberId, sessionId))
  expect(claims).toMatchObject({ memberId, sessionId })
  expect(claims.expiresAt).toBeGreaterThan(Date.now() / 1000)
  expect(tokens.verify(forged({}))).toMatchObject({ memberId, sessionId })
})

test.each([undefined, ''])('no token (%j) is another refusal than a wrong one', (token) => {
  expect(() => tokens.verify(token)).toThrow('TOKEN_MISSING')
})

test('an expired token is refused as expired', () => {
  expect(() => tokens.verify(forged({ expiresIn: -1 }))).toThrow('TOKEN_EXPIRED')
})

test.each([
  ['another secret', forged({}, 'another-secret-of-right-length')],
  ['another secret, and expired', forged({ expiresIn: -1 }, 'another-secret-of-right-length')],
  ['another algorithm of the family', forged({ algorithm: 'HS512' })],
  ['no signature (alg none)', jwt.sign({ sid: sessionId }, '', { ...right, algorithm: 'none' })],
  ['its signature cut off', `${forged({}).split('.').slice(0, 2).join('.')}.`],
  ['claims of another token', forged({}).replace(/\.[^.]+\./, `.${forged({ subject: randomUUID() }).split('.')[1]}.`)],
  ['another issuer', forged({ issuer: 'someone' })],
  ['another purpose', forged({ audience: 'hoi-truong/media' })],
  ['a subject that is no id', forged({ subject: 'root' })],
  ['no session', forged({}, secret, {})],
  ['no expiry', jwt.sign({ sid: sessionId, sub: memberId, iss: right.issuer, aud: right.audience }, secret)],
  ['no form at all', 'not.a.token'],
  ['control characters', '\0\u0001'],
])('a token with %s is invalid', (_what, token) => {
  expect(() => tokens.verify(token)).toThrow('TOKEN_INVALID')
})
