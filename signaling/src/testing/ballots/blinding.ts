// Blind signatures (RFC 9474, RSABSSA-SHA384-PSS-Deterministic) as a voter's browser makes them with @cloudflare/blindrsa-ts, but fast
// enough for thousands of voters in one process: the library takes some 50 ms for each. A second hand at the same text, too: what this
// one blinds, the server's signature must fit.
import { constants, createHash, createPublicKey, type KeyObject, randomBytes, verify } from 'node:crypto'

const HASH = 'sha384'
const HASH_BYTES = 48

/** A poll's key, read once for all its voters. */
export interface BallotKey {
  key: KeyObject
  modulus: bigint
  exponent: bigint
  bytes: number
}

export interface Blinded {
  /** Base64url. */
  message: string
  inverse: bigint
}

const toInt = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const toBytes = (value: bigint, length: number): Buffer =>
  Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex')
const hashOf = (...parts: Uint8Array[]): Buffer => createHash(HASH).update(Buffer.concat(parts)).digest()

/** @param spki base64url */
export function readBallotKey(spki: string): BallotKey {
  const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' })
  const { n = '', e = '' } = key.export({ format: 'jwk' })
  const modulus = Buffer.from(n, 'base64url')
  return { key, modulus: toInt(modulus), exponent: toInt(Buffer.from(e, 'base64url')), bytes: modulus.length }
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** The extended Euclidean algorithm. */
function inverseOf(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value, modulus, 1n, 0n]
  while (b > 0n) {
    const quotient = a / b
    ;[a, b, x, y] = [b, a - quotient * b, y, x - quotient * y]
  }
  if (a !== 1n) throw new Error('has no inverse')
  return ((x % modulus) + modulus) % modulus
}

function mask(seed: Uint8Array, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / HASH_BYTES) }, (_, count) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count)
    return hashOf(seed, counter)
  })
  return Buffer.concat(blocks).subarray(0, length)
}

/** EMSA-PSS-ENCODE of RFC 8017, for a modulus of whole bytes. */
function encode(token: Uint8Array, length: number): Buffer {
  const salt = randomBytes(HASH_BYTES)
  const hash = hashOf(new Uint8Array(8), hashOf(token), salt)
  const data = Buffer.concat([new Uint8Array(length - 2 * HASH_BYTES - 2), Uint8Array.of(1), salt])
  const masked = mask(hash, data.length).map((byte, index) => byte ^ (data[index] ?? 0))
  // One bit shorter than the modulus.
  masked[0] = (masked[0] ?? 0) & 0x7f
  return Buffer.concat([masked, hash, Uint8Array.of(0xbc)])
}

export function blind({ modulus, exponent, bytes }: BallotKey, token: Uint8Array): Blinded {
  const factor = (toInt(randomBytes(bytes)) % (modulus - 2n)) + 2n
  const message = (toInt(encode(token, bytes)) * power(factor, exponent, modulus)) % modulus
  return { message: toBytes(message, bytes).toString('base64url'), inverse: inverseOf(factor, modulus) }
}

/** The token's signature, base64url. @throws Error when what was signed is something else */
export function unblind(
  { key, modulus, bytes }: BallotKey,
  token: Uint8Array,
  blindSignature: string,
  inverse: bigint,
): string {
  const signature = toBytes((toInt(Buffer.from(blindSignature, 'base64url')) * inverse) % modulus, bytes)
  const padding = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: HASH_BYTES }
  if (!verify(HASH, token, padding, signature)) throw new Error('the signature does not fit the token')
  return signature.toString('base64url')
}
