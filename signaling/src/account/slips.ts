// Printing slips, as one use case: codes are made here, their hashes go with the command, and they are told once.
import type { Slips } from '@hoi-truong/shared/account'
import { AppError } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'
import type { Actor } from '../log/commandDefinition.ts'
import type { CommandPipeline } from '../log/commandPipeline.ts'
import { ownCommand } from '../log/ownCommand.ts'
import { readOrganizationName } from '../organization/memberFacts.ts'
import type { Codes } from './accountChanges.ts'
import type { OneTimeCodes } from './oneTimeCodes.ts'

export interface SlipParts {
  database: Database
  pipeline: Pick<CommandPipeline, 'submit'>
  codes: OneTimeCodes
  codeDays: number
}

const DAY_MS = 86_400_000

/**
 * @throws AppError ACCOUNT_SLIPS_PRINTED when the command was given before: its codes are known to nobody any more; and whatever the
 * command is refused for
 */
export async function issueSlips(
  { database, pipeline, codes, codeDays }: SlipParts,
  organizationId: string,
  actor: Actor,
  wish: { commandId: string; memberIds: readonly string[]; reset: boolean },
): Promise<Slips> {
  const memberIds = [...new Set(wish.memberIds)]
  const made = new Map(memberIds.map((memberId) => [memberId, codes.make()]))
  const hashes = Object.fromEntries([...made].map(([memberId, code]) => [memberId, codes.hashOf(memberId, code)]))
  const validUntil = new Date(Date.now() + codeDays * DAY_MS).toISOString()
  const aside: Codes = { hashes, validUntil }
  const payload = { memberIds, reset: wish.reset }
  await pipeline.submit({
    ...ownCommand('account.issueCodes', organizationId, payload, wish.commandId),
    actor,
    aside,
  })
  const kept = await database.accountCode.findMany({
    where: { memberId: { in: memberIds } },
    include: { member: { select: { memberNumber: true, name: true } } },
  })
  const slips = new Map(
    kept.map(({ memberId, codeHash, member }) => [
      memberId,
      { ...member, memberId, code: codeHash === hashes[memberId] ? made.get(memberId) : undefined },
    ]),
  )
  return {
    organizationName: (await readOrganizationName(database, organizationId)) ?? '',
    validUntil,
    slips: memberIds.map((memberId) => {
      const slip = slips.get(memberId)
      if (slip?.code === undefined) throw new AppError('ACCOUNT_SLIPS_PRINTED')
      return { ...slip, code: slip.code }
    }),
  }
}
