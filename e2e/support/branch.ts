// A branch of a test's own: laid as the demo data is, by signaling's own modules, so that nobody of the shared branch is touched.
import { randomUUID } from 'node:crypto'
import type { ImportedMemberInput, Office } from '@hoi-truong/shared/organization'
import { hashPassword } from '../../signaling/src/account/passwords.ts'
import { connectDatabase } from '../../signaling/src/database/client.ts'
import { readSampleMeeting } from '../../signaling/src/demo/sampleMeeting.ts'
import { SERVER } from '../../signaling/src/log/commandDefinition.ts'
import { openLog } from '../../signaling/src/log/openLog.ts'
import { prepareCommand } from '../../signaling/src/log/prepareCommand.ts'
import { createLog } from '../../signaling/src/ops/logger.ts'
import { createMetrics } from '../../signaling/src/ops/metrics.ts'
import type { RunningSystem } from './system.ts'

export interface BranchPerson {
  name: string
  office?: Exclude<Office, 'member'>
  /** With the password of the demo accounts; left out: nothing to sign in with yet. */
  hasAccount?: boolean
}

export interface LaidBranch {
  organizationId: string
  /** Member numbers, in the order of the people. */
  numbers: string[]
}

export async function layBranch(
  system: RunningSystem,
  people: readonly BranchPerson[],
  name = 'Chi bộ Thôn Giả Định 9',
): Promise<LaidBranch> {
  const sample = readSampleMeeting()
  const branch = sample.organizations.find(({ id }) => id === sample.branchId)
  const organizationId = randomUUID()
  const prefix = organizationId.slice(0, 8).toUpperCase()
  const members = people.map(
    ({ name, office }, index): ImportedMemberInput => ({
      memberId: randomUUID(),
      memberNumber: `KHAC-${prefix}-${index + 1}`,
      name,
      category: 'official',
      offices: office ? [{ office, from: null, to: null }] : [],
    }),
  )
  const database = connectDatabase(system.databaseUrl)
  try {
    const timing = { graceSeconds: 30, renewSeconds: 3 }
    const { registry, pipeline } = openLog(database, timing, createMetrics(), createLog('error'))
    const asServer = (type: string, payload: unknown) =>
      pipeline.submit(prepareCommand(registry, SERVER, { id: randomUUID(), type, streamId: organizationId, payload }))
    await asServer('organization.register', { ...branch?.record, code: organizationId.slice(0, 8), name })
    await asServer('organization.importMembers', { fileName: 'khac', fileHash: '0'.repeat(64), members })
    const passwordHash = await hashPassword(system.password)
    for (const [index, { hasAccount = false }] of people.entries()) {
      const memberId = members[index]?.memberId
      if (hasAccount && memberId !== undefined) await database.account.create({ data: { memberId, passwordHash } })
    }
    return { organizationId, numbers: members.map(({ memberNumber }) => memberNumber) }
  } finally {
    await database.$disconnect()
  }
}
