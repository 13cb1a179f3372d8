// A member of another branch, with an account: laid as the demo data is, by signaling's own modules, because no page can do it yet.
import { randomUUID } from 'node:crypto'
import type { ImportedMemberInput } from '@hoi-truong/shared/organization'
import { hashPassword } from '../../signaling/src/account/passwords.ts'
import { connectDatabase } from '../../signaling/src/database/client.ts'
import { readSampleMeeting } from '../../signaling/src/demo/sampleMeeting.ts'
import { SERVER } from '../../signaling/src/log/commandDefinition.ts'
import { openLog } from '../../signaling/src/log/openLog.ts'
import { prepareCommand } from '../../signaling/src/log/prepareCommand.ts'
import { createLog } from '../../signaling/src/ops/logger.ts'
import { createMetrics } from '../../signaling/src/ops/metrics.ts'
import type { RunningSystem } from './system.ts'

/** @returns the member number; the password is that of the demo accounts */
export async function layStranger(system: RunningSystem): Promise<string> {
  const sample = readSampleMeeting()
  const branch = sample.organizations.find(({ id }) => id === sample.branchId)
  const organizationId = randomUUID()
  const member: ImportedMemberInput = {
    memberId: randomUUID(),
    memberNumber: `KHAC-${organizationId.slice(0, 8).toUpperCase()}`,
    name: 'Người Chi Bộ Khác',
    category: 'official',
    offices: [{ office: 'branchSecretary', from: null, to: null }],
  }
  const database = connectDatabase(system.databaseUrl)
  try {
    const timing = { graceSeconds: 30, renewSeconds: 3 }
    const { registry, pipeline } = openLog(database, timing, createMetrics(), createLog('error'))
    const asServer = (type: string, payload: unknown) =>
      pipeline.submit(prepareCommand(registry, SERVER, { id: randomUUID(), type, streamId: organizationId, payload }))
    await asServer('organization.register', {
      ...branch?.record,
      code: organizationId.slice(0, 8),
      name: 'Chi bộ Thôn Giả Định 9',
    })
    await asServer('organization.importMembers', { fileName: 'khac', fileHash: '0'.repeat(64), members: [member] })
    const passwordHash = await hashPassword(system.password)
    await database.account.create({ data: { memberId: member.memberId, passwordHash } })
    return member.memberNumber
  } finally {
    await database.$disconnect()
  }
}
