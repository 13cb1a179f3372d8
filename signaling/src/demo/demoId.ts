// Ids of invented people and things.
import { createHash } from 'node:crypto'

/** The same invented thing has the same id in every installation: the demo data can be laid twice without doubling. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`hoi-truong demo ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
