// Accounts of the demo members: all but two have one, so that there is a slip to print and a request to decide on.
import { randomUUID } from 'node:crypto'
import { hashPassword, verifyPassword } from '../account/passwords.ts'
import type { Database } from '../database/client.ts'
import { demoId } from './demoId.ts'
import type { SampleMeeting } from './sampleMeeting.ts'

/** Lương Thị Kịch Bản, who is away, has not asked for an account yet. */
const WITHOUT_ACCOUNT = demoId('dv23')
/** Chu Thị Khởi Tạo, on probation, has, with the name as a keyboard without diacritics writes it. */
const ASKING = { memberId: demoId('dv24'), typedName: 'Chu Thi Khoi Tao', phone: '0900 000 024' }
const WAITS_DAYS = 30
const DAY_MS = 24 * 3_600_000

/** Once only: what the branch decides on it stays decided. */
async function layRequest(database: Database, password: string): Promise<void> {
  const { memberId } = ASKING
  if (await database.accountRequest.findUnique({ where: { memberId } })) return
  if (await database.account.findUnique({ where: { memberId } })) return
  const at = new Date()
  const validUntil = new Date(at.getTime() + WAITS_DAYS * DAY_MS)
  const passwordHash = await hashPassword(password)
  await database.accountRequest.create({ data: { ...ASKING, requestId: randomUUID(), passwordHash, at, validUntil } })
}

/** The password that is printed opens them: where it does not any more, all get it anew. */
export async function layAccounts(database: Database, sample: SampleMeeting, password: string): Promise<void> {
  const memberIds = sample.organizations
    .flatMap(({ members }) => members.map(({ memberId }) => memberId))
    .filter((memberId) => memberId !== WITHOUT_ACCOUNT && memberId !== ASKING.memberId)
  const accounts = await database.account.findMany({ where: { memberId: { in: memberIds } } })
  const first = accounts[0]
  const unchanged = first !== undefined && (await verifyPassword(first.passwordHash, password))
  if (!unchanged || accounts.length < memberIds.length) {
    for (const memberId of memberIds) {
      const passwordHash = await hashPassword(password)
      await database.account.upsert({
        where: { memberId },
        create: { memberId, passwordHash },
        update: { passwordHash },
      })
    }
  }
  await layRequest(database, password)
}
