// The server's half of RFC 9474 (RSABSSA-SHA384-PSS-Deterministic): signs what it cannot read, and recognises what was signed. Blinding
// and unblinding are the voter's device's alone (web/src/features/voting/secret).
import { constants, createHash, type KeyObject, privateDecrypt, publicEncrypt, verify } from 'node:crypto'
import { AppError } from '@hoi-truong/shared/errors'

const raw = (key: KeyObject) => ({ key, padding: constants.RSA_NO_PADDING })
const SALT_LENGTH = 48

/** RSAVP1; also says whether a number fits the key at all. */
const open = (publicKey: KeyObject, signed: Uint8Array): Buffer => publicEncrypt(raw(publicKey), signed)

/** @throws AppError BALLOT_INVALID when it is no number below the modulus, in its full length */
export function assertSignable(publicKey: KeyObject, blinded: Uint8Array): void {
  try {
    open(publicKey, blinded)
  } catch {
    throw new AppError('BALLOT_INVALID')
  }
}

/** RSASP1. A signature that went wrong in the machine would tell the key, so it is opened again before it is given away (RFC 9474, 4.3). */
export function blindSign(privateKey: KeyObject, publicKey: KeyObject, blinded: Uint8Array): Buffer {
  const signature = privateDecrypt(raw(privateKey), blinded)
  if (!open(publicKey, signature).equals(blinded)) throw new Error('a blind signature does not open to what was signed')
  return signature
}

/** RSASSA-PSS-VERIFY over the token's bytes. */
export function isSigned(publicKey: KeyObject, token: Uint8Array, signature: Uint8Array): boolean {
  const key = { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_LENGTH }
  return verify('sha384', token, key, signature)
}

/** Says of a token that it was cast, without saying which ballot came with it; of a blinded message, which one was signed. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')
