// Ids that an import makes. The same list of the same import makes the same ones, so that a repeat after a crash is known as a repeat.
import { derivedId as idOf } from '../../log/derivedId.ts'

/** @param salt of the import: without it nobody finds out whose number made an id */
export const derivedId = (salt: string, ...parts: readonly (string | number)[]): string =>
  idOf(JSON.stringify([salt, ...parts]))
