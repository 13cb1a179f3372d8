// Who can sign in, and what the app needs to know of them.
import type { SignedInMember } from '@hoi-truong/shared/account'
import { AppError } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'

export interface AccountRecord {
  /** Null when it was reset, or locked before it was made. */
  passwordHash: string | null
  suspended: boolean
  member: SignedInMember
}

const memberSelection = {
  id: true,
  memberNumber: true,
  name: true,
  organizationId: true,
  organization: { select: { name: true } },
} as const

interface MemberRow {
  id: string
  memberNumber: string
  name: string
  organizationId: string
  organization: { name: string }
}

const asMember = (row: MemberRow): SignedInMember => ({
  memberId: row.id,
  memberNumber: row.memberNumber,
  name: row.name,
  organizationId: row.organizationId,
  organizationName: row.organization.name,
})

export async function findAccount(database: Database, memberNumber: string): Promise<AccountRecord | null> {
  const account = await database.account.findFirst({
    where: { member: { memberNumber } },
    include: { member: { select: memberSelection } },
  })
  return (
    account && { passwordHash: account.passwordHash, suspended: account.suspended, member: asMember(account.member) }
  )
}

/** @throws AppError TOKEN_INVALID when the member is no longer there */
export async function readMember(database: Database, memberId: string): Promise<SignedInMember> {
  const row = await database.member.findUnique({ where: { id: memberId }, select: memberSelection })
  if (!row) throw new AppError('TOKEN_INVALID')
  return asMember(row)
}
