// The server's half against the library that voters' browsers use, and against a second hand (testing/ballots): both sides of RFC 9474
// must say the same, bit by bit where nothing is left to chance.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { beforeAll, expect, test } from 'vitest'
import { blind, readBallotKey, unblind } from '../../testing/ballots/blinding.ts'
import { assertSignable, blindSign, digestOf, isSigned } from './blindSignature.ts'
import { privateKeyFrom, publicKeyFrom } from './keyPairs.ts'

const suite = RSABSSA.SHA384.PSS.Deterministic()
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const spki = pair.publicKey.export({ type: 'spki', format: 'der' })
const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'der' })
const publicKey = publicKeyFrom(spki.toString('base64url'))
const privateKey = privateKeyFrom(pkcs8.toString('base64url'))
const sign = (blinded: Uint8Array) => blindSign(privateKey, publicKey, blinded)
let browserKey: Awaited<ReturnType<typeof crypto.subtle.importKey>>

beforeAll(async () => {
  browserKey = await crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
})

test('signs what the library has blinded, as the library would', async () => {
  const token = randomBytes(32)
  const { blindedMsg, inv } = await suite.blind(browserKey, suite.prepare(token))
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const signer = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign'])
  const signed = sign(blindedMsg)
  expect(signed).toEqual(Buffer.from(await suite.blindSign(signer, blindedMsg)))
  expect(sign(blindedMsg)).toEqual(signed)
  const signature = await suite.finalize(browserKey, token, signed, inv)
  expect(isSigned(publicKey, token, signature)).toBe(true)
  expect(isSigned(publicKey, randomBytes(32), signature)).toBe(false)
})

test('the second hand of the tests blinds what the library would take for its own', async () => {
  const token = randomBytes(32)
  const key = readBallotKey(spki.toString('base64url'))
  const { message, inverse } = blind(key, token)
  const blindSignature = sign(Buffer.from(message, 'base64url')).toString('base64url')
  const signature = Buffer.from(unblind(key, token, blindSignature, inverse), 'base64url')
  expect(await suite.verify(browserKey, signature, token)).toBe(true)
})

test.each([
  ['nothing', 0],
  ['one byte too few', 255],
  ['one byte too many', 257],
])('refuses to sign %s', (_what, length) => {
  expect(() => assertSignable(publicKey, Buffer.alloc(length, 1))).toThrow(
    expect.objectContaining({ code: 'BALLOT_INVALID' }),
  )
})

test('refuses to sign a number that is not below the modulus', () => {
  expect(() => assertSignable(publicKey, Buffer.alloc(256, 0xff))).toThrow(
    expect.objectContaining({ code: 'BALLOT_INVALID' }),
  )
  expect(() => assertSignable(publicKey, Buffer.alloc(256, 0x01))).not.toThrow()
})

test('gives no signature away that does not open to what was signed', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  // It opens to something else, or is no number below this key's modulus at all: chance decides.
  expect(() => blindSign(other.privateKey, publicKey, Buffer.alloc(256, 0x01))).toThrow(/does not open|too large/)
})

test.each([0, 1, 255, 256, 257, 1000])('a signature of %i bytes by nobody is none', (length) => {
  expect(isSigned(publicKey, randomBytes(32), randomBytes(length))).toBe(false)
})

test('a receipt is the SHA-256 of the token', () => {
  expect(digestOf(Buffer.from('abc'))).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')
})
