// A grant opens a room only as signaling signed it, for this node and in time.
import jwt from 'jsonwebtoken'
import { describe, expect, it } from 'vitest'
import { grantClaims, signGrant, testConfig } from '../testing/mediaTestServer.ts'
import { GrantVerifier } from './GrantVerifier.ts'

const verifier = new GrantVerifier(testConfig.grantSecret, testConfig.nodeId)

describe('GrantVerifier', () => {
  it('gives the claims of a good grant', () => {
    const claims = grantClaims()
    expect(verifier.verify(signGrant(claims))).toMatchObject(claims)
  })

  it('refuses an expired one', () => {
    expect(() => verifier.verify(signGrant(grantClaims(), { expiresIn: -1 }))).toThrow('GRANT_EXPIRED')
  })

  it('refuses one for another node', () => {
    expect(() => verifier.verify(signGrant(grantClaims({ nodeId: 'media-2' })))).toThrow('GRANT_OTHER_NODE')
  })

  it.each([
    ['another secret', signGrant(grantClaims(), { secret: 'a-secret-of-someone-else' })],
    ['no signature', jwt.sign(grantClaims(), '', { algorithm: 'none', expiresIn: 60 })],
    ['another algorithm', jwt.sign(grantClaims(), testConfig.grantSecret, { algorithm: 'HS512', expiresIn: 60 })],
    ['no expiry', jwt.sign(grantClaims(), testConfig.grantSecret, { algorithm: 'HS256' })],
    ['a member that is no id', signGrant({ ...grantClaims(), memberId: 'me' })],
    ['a source that does not exist', signGrant({ ...grantClaims(), mayPublish: ['chair'] })],
    ['no claims', signGrant({})],
    ['no token', 'hello'],
    ['nothing', ''],
  ])('refuses one with %s', (_name, grant) => {
    expect(() => verifier.verify(grant)).toThrow('GRANT_INVALID')
  })

  it('refuses one that was changed after signing', () => {
    const [header, payload = '', signature] = signGrant(grantClaims()).split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...claims, epoch: 99 })).toString('base64url')
    expect(() => verifier.verify([header, forged, signature].join('.'))).toThrow('GRANT_INVALID')
  })
})
