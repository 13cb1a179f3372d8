// The order in which a branch lists its members (DOMAIN 7): the branch committee first, then by given name, which Vietnamese write last.
import type { Office } from './schema.ts'

const officeRank = { branchSecretary: 0, deputySecretary: 1, committeeMember: 2, member: 3 } as const satisfies Record<
  Office,
  number
>
const vietnamese = new Intl.Collator('vi')
const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? ''

interface Listed {
  name: string
  office: Office
}

export function compareInList(a: Listed, b: Listed): number {
  return (
    officeRank[a.office] - officeRank[b.office] ||
    vietnamese.compare(givenName(a.name), givenName(b.name)) ||
    vietnamese.compare(a.name, b.name)
  )
}
