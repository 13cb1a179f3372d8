// What is put to the vote in the demo meeting, so that there is something to open: the three polls of the sample, prepared by its chair.
import { AppError } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'
import type { CommandPipeline } from '../log/commandPipeline.ts'
import { derivedId } from '../log/derivedId.ts'
import { ownCommand } from '../log/ownCommand.ts'
import type { SampleMeeting } from './sampleMeeting.ts'

/** For the meeting that can be joined, unless it has polls already. */
export async function layPolls(
  database: Database,
  pipeline: CommandPipeline,
  { branchId, polls }: Pick<SampleMeeting, 'branchId' | 'polls'>,
): Promise<void> {
  const meeting = await database.meeting.findFirst({
    where: { organizationId: branchId, status: { in: ['announced', 'open'] }, practice: false },
  })
  if (!meeting || (await database.poll.count({ where: { meetingId: meeting.id } })) > 0) return
  const actor = { kind: 'member', memberId: meeting.chairId, connectionId: null, nodeId: 'demo' } as const
  for (const poll of polls) {
    const question = { ...poll, pollId: derivedId(`hoi-truong demo poll ${poll.matter} ${meeting.id}`) }
    const id = derivedId(`hoi-truong demo prepare ${JSON.stringify(question)}`)
    try {
      await pipeline.submit({ ...ownCommand('voting.prepare', meeting.id, { question }, id), actor })
    } catch (error) {
      // Somebody has practised with the meeting: an item or a teller is gone. A demo starts all the same.
      if (!(error instanceof AppError)) throw error
    }
  }
}
