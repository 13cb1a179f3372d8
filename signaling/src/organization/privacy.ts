// What of a member's record is for whom (DOMAIN 6: sensitive). Names, statuses and offices are for the branch and those above it.
import type { Standing } from '@hoi-truong/shared/organization'

export interface Reader {
  memberId: string
  /** Keeps the list. */
  canManage: boolean
  /** Of the branch's committee: knows why somebody is exempt, which is often their health. */
  seesGrounds: boolean
}

interface Person {
  memberId: string
}

export const standingAsSeenBy = <S extends Standing | null>(reader: Reader, standing: S, { memberId }: Person): S =>
  standing === null || reader.seesGrounds || reader.memberId === memberId ? standing : { ...standing, ground: null }

/** The card's number is what people sign in with: for those who keep the list, and for the member. */
export function asSeenBy<L extends Person & { memberNumber: string | null; standing: Standing | null }>(
  reader: Reader,
  line: L,
): L {
  const own = reader.memberId === line.memberId
  return {
    ...line,
    memberNumber: reader.canManage || own ? line.memberNumber : null,
    standing: standingAsSeenBy(reader, line.standing, line),
  }
}
