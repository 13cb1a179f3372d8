// A key pair for each secret poll. Making one takes a good part of a second, so the next one is made ahead, in the background: an opening
// holds its meeting's stream meanwhile.
import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { BoxKeys } from '../secretBox.ts'

const generate = promisify(generateKeyPair)
const MODULUS_BITS = 2048

async function makeKeys(): Promise<BoxKeys> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: MODULUS_BITS })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  }
}

export const publicKeyFrom = (spki: string): KeyObject =>
  createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' })

export const privateKeyFrom = (pkcs8: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(pkcs8, 'base64url'), format: 'der', type: 'pkcs8' })

export class KeyPairs {
  #spare: Promise<BoxKeys> | null = null
  readonly #make: () => Promise<BoxKeys>

  constructor(make: () => Promise<BoxKeys> = makeKeys) {
    this.#make = make
  }

  /** A secret poll is being prepared. */
  prepare(): void {
    if (this.#spare) return
    const spare = this.#make()
    this.#spare = spare
    // Whoever takes it hears of it; nobody may, and then the next one is made.
    spare.catch(() => {
      if (this.#spare === spare) this.#spare = null
    })
  }

  /** One that nobody else gets. */
  take(): Promise<BoxKeys> {
    const keys = this.#spare ?? this.#make()
    this.#spare = null
    return keys
  }
}
