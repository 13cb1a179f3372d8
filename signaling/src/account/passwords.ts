// Passwords: argon2id with OWASP's parameters (19 MiB, 2 passes), off the event loop.
import { hash, verify } from '@node-rs/argon2'

// The library's own algorithm is argon2id.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), options)

let decoy: Promise<string> | undefined

/** With `null` for an unknown account the work is the same, so that the time does not tell which numbers exist. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no such account')
  const right = await verify(stored ?? (await decoy), password.normalize('NFC'))
  return right && stored !== null
}
