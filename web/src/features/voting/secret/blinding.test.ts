// The voter's half against the library's own signer: what is blinded here is signed unseen, and fits afterwards.
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { beforeAll, expect, it } from 'vitest'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { makeToken, receiptOf, unblind } from './blinding.ts'

const suite = RSABSSA.SHA384.PSS.Deterministic()
const exponent = Uint8Array.of(1, 0, 1)
let keys: CryptoKeyPair
let publicKey: string
const sign = async (blinded: string) => toBase64Url(await suite.blindSign(keys.privateKey, fromBase64Url(blinded)))

beforeAll(async () => {
  keys = await suite.generateKey({ modulusLength: 2048, publicExponent: exponent })
  publicKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey)))
})

it('unblinds to a signature of the token, which the signer has never seen', async () => {
  const made = await makeToken(publicKey)
  const blindSignature = await sign(made.blinded)
  const signature = await unblind(publicKey, made, blindSignature)
  expect(await suite.verify(keys.publicKey, fromBase64Url(signature), fromBase64Url(made.token))).toBe(true)
  expect(signature).not.toBe(blindSignature)
  expect([made.token.length, made.blinded.length]).toEqual([43, 342])
})

it('says so when something else was signed', async () => {
  const [made, other] = [await makeToken(publicKey), await makeToken(publicKey)]
  await expect(unblind(publicKey, made, await sign(other.blinded))).rejects.toThrow()
  await expect(unblind(publicKey, made, 'AQAB')).rejects.toThrow()
})

it('makes another token each time, and blinds none twice alike', async () => {
  const made = [await makeToken(publicKey), await makeToken(publicKey)]
  for (const part of ['token', 'blinded', 'inverse'] as const) expect(made[0]?.[part]).not.toBe(made[1]?.[part])
})

it('knows the receipt of a token: its SHA-256', async () => {
  expect(await receiptOf(toBase64Url(new TextEncoder().encode('abc')))).toBe(
    'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0',
  )
})
