// Whoever begins an installation: the organization on top, one administrator on its list, and a slip for them. Everything else is
// done by that person in the browser.
import { randomUUID } from 'node:crypto'
import type { Slips } from '@hoi-truong/shared/account'
import type { Database } from '../../database/client.ts'
import { SERVER } from '../../log/commandDefinition.ts'
import type { OpenLog } from '../../log/openLog.ts'
import { prepareCommand } from '../../log/prepareCommand.ts'
import { readToday } from '../../organization/queries.ts'
import type { OneTimeCodes } from '../oneTimeCodes.ts'
import { issueSlips } from '../slips.ts'

export interface Installation {
  database: Database
  log: Pick<OpenLog, 'registry' | 'pipeline'>
  codes: OneTimeCodes
  codeDays: number
}

export interface Administrator {
  /** Of the organization on top: its code and, where it is not on record yet, its name. */
  organizationCode: string
  organizationName: string
  memberNumber: string
  name: string
}

/** Run again it prints a new slip and nothing else: for an administrator who has lost the way in. @throws AppError */
export async function installAdministrator(
  { database, log: { registry, pipeline }, codes, codeDays }: Installation,
  wish: Administrator,
): Promise<Slips> {
  const give = (type: string, streamId: string, payload: unknown) =>
    pipeline.submit(prepareCommand(registry, SERVER, { id: randomUUID(), type, streamId, payload }))
  const today = await readToday(database)
  const known = await database.organization.findUnique({ where: { code: wish.organizationCode } })
  const organizationId = known?.id ?? randomUUID()
  if (!known) {
    await give('organization.register', organizationId, {
      code: wish.organizationCode,
      name: wish.organizationName,
      kind: 'provincial',
      branchType: null,
      committee: null,
      parentId: null,
      validFrom: today,
    })
  }
  const member = await database.member.findUnique({ where: { memberNumber: wish.memberNumber } })
  const memberId = member?.id ?? randomUUID()
  if (!member) {
    const roles = [{ role: 'administrator', organizationId, from: today, to: null }]
    await give('organization.importMembers', organizationId, {
      fileName: 'firstAdministrator',
      fileHash: '0'.repeat(64),
      members: [{ memberId, memberNumber: wish.memberNumber, name: wish.name, category: 'official', roles }],
    })
  }
  const parts = { database, pipeline, codes, codeDays }
  return issueSlips(parts, organizationId, SERVER, { commandId: randomUUID(), memberIds: [memberId], reset: true })
}
