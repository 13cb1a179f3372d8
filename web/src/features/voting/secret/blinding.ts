// The voter's half of RFC 9474 (RSABSSA-SHA384-PSS-Deterministic): the server signs a token that it never sees. Loaded when a ballot is
// taken, never before: nobody else needs the arithmetic.
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'

const TOKEN_BYTES = 32
const suite = RSABSSA.SHA384.PSS.Deterministic()

/** All as base64url. Whoever has `inverse` could tell which signature became which: it never leaves the device. */
export interface BlindedToken {
  token: string
  blinded: string
  inverse: string
}

const readKey = (spki: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', fromBase64Url(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])

export async function makeToken(publicKey: string): Promise<BlindedToken> {
  const token = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))
  const { blindedMsg, inv } = await suite.blind(await readKey(publicKey), suite.prepare(token))
  return { token: toBase64Url(token), blinded: toBase64Url(blindedMsg), inverse: toBase64Url(inv) }
}

/** The token's signature, base64url. @throws Error when the server has signed something else */
export async function unblind(
  publicKey: string,
  { token, inverse }: Pick<BlindedToken, 'token' | 'inverse'>,
  blindSignature: string,
): Promise<string> {
  const [message, signed, inverted] = [token, blindSignature, inverse].map(fromBase64Url) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  return toBase64Url(await suite.finalize(await readKey(publicKey), suite.prepare(message), signed, inverted))
}

/** What the published list has of a token that was cast. */
export async function receiptOf(token: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64Url(token))))
}
