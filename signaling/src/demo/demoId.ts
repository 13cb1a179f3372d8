// Ids of invented people and things.
import { derivedId } from '../log/derivedId.ts'

/** The same invented thing has the same id in every installation: the demo data can be laid twice without doubling. */
export const demoId = (name: string): string => derivedId(`hoi-truong demo ${name}`)
