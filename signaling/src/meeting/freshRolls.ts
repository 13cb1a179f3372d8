// The rolls of meetings that are being prepared follow the branch's list: who becomes an officer today can prepare today, and who no
// longer is one reads no reasons. From the opening on the roll is what was called.
import { AppError } from '@hoi-truong/shared/errors'
import { isReadable } from '@hoi-truong/shared/log'
import type { Logger } from 'pino'
import type { Database } from '../database/client.ts'
import type { CommandPipeline } from '../log/commandPipeline.ts'
import { ownCommand } from '../log/ownCommand.ts'
import type { CommittedBatch } from '../log/publisher.ts'

interface Parts {
  database: Database
  pipeline: CommandPipeline
  log: Logger
}

const concernsMembers = (type: string): boolean => type.startsWith('member.') || type === 'organization.membersImported'

/** After a committed batch of a branch's stream. What is missed here is made good when the meeting is announced, revised or opened. */
export async function refreshRolls(
  { database, pipeline, log }: Parts,
  { snapshot, entries }: CommittedBatch,
): Promise<void> {
  if (snapshot.kind !== 'organization') return
  if (!entries.some((entry) => isReadable(entry) && concernsMembers(entry.type))) return
  try {
    const meetings = await database.$queryRaw<{ id: string }[]>`
      select id from meeting
      where organization_id = ${snapshot.streamId}::uuid and status in ('draft', 'announced') and not practice`
    await Promise.all(meetings.map(({ id }) => pipeline.submit(ownCommand('meeting.updateRoll', id, {}))))
  } catch (error) {
    if (error instanceof AppError) log.warn({ code: error.code }, 'a roll could not follow the list')
    else log.error({ err: error }, 'a roll could not follow the list')
  }
}
