// Ids that follow from a name: what is made twice from the same is the same thing.
import { createHash } from 'node:crypto'

/** A UUID (version 8, RFC 9562) of the name's SHA-256. */
export function derivedId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
