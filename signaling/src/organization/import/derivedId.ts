// Ids that an import makes. The same list of the same import makes the same ones, so that a repeat after a crash is known as a repeat.
import { createHash } from 'node:crypto'

/** @param salt of the import: without it nobody finds out whose number made an id */
export function derivedId(salt: string, ...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([salt, ...parts]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
