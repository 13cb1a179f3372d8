// What several commands on polls ask first: which poll, in which stage, by whom.
import { rulesOf } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import {
  type FrozenPoll,
  findPoll,
  isElectorateTooSmall,
  openPolls,
  type Poll,
  type PollQuestion,
  questionFault,
} from '@hoi-truong/shared/voting'
import type { Actor, StateOfKind } from '../log/commandDefinition.ts'
import { requireOpen } from '../meeting/course.ts'

export type Everyone = StateOfKind['meeting']['everyone']
export type OpenPoll = Poll & { frozen: FrozenPoll }

/** Votes and figures are a member's. @throws AppError FORBIDDEN */
export function memberOf(actor: Actor): string {
  if (actor.kind !== 'member') throw new AppError('FORBIDDEN')
  return actor.memberId
}

/** @throws AppError POLL_UNKNOWN */
export function pollOf({ voting }: Everyone, pollId: string): Poll {
  const poll = findPoll(voting, pollId)
  if (!poll) throw new AppError('POLL_UNKNOWN')
  return poll
}

/** @throws AppError as the meeting or the poll is instead */
export function openPollOf(everyone: Everyone, pollId: string): OpenPoll {
  requireOpen(everyone.meeting)
  const poll = pollOf(everyone, pollId)
  if (poll.stage === 'prepared') throw new AppError('POLL_NOT_OPEN')
  if (poll.stage !== 'open' || !poll.frozen) throw new AppError('POLL_CLOSED')
  return { ...poll, frozen: poll.frozen }
}

/** Prepared, and as whoever acts on it saw it. @throws AppError POLL_NOT_PREPARED, POLL_CHANGED */
export function preparedPollOf(everyone: Everyone, pollId: string, basedOn?: number): Poll {
  const poll = pollOf(everyone, pollId)
  if (poll.stage !== 'prepared') throw new AppError('POLL_NOT_PREPARED')
  if (basedOn !== undefined && poll.revision !== basedOn) throw new AppError('POLL_CHANGED')
  return poll
}

/** @throws AppError why the question cannot be put to the vote as it stands */
export function assertSound({ meeting, agenda, voting }: Everyone, question: PollQuestion): void {
  const fault = questionFault(question, rulesOf(meeting), {
    items: agenda.items,
    // Who is suspended could count nothing: the poll would never end.
    rollMemberIds: (meeting.roll?.members ?? []).flatMap(({ memberId, status }) =>
      status === 'suspended' ? [] : memberId,
    ),
    polls: voting.polls,
  })
  if (fault) throw new AppError(fault)
}

/** One at a time rises over what people do on their devices; one on paper may go on beside it. @throws AppError POLL_OTHER_OPEN */
export function assertNoOther({ voting }: Everyone, { method }: PollQuestion): void {
  const onPaper = method === 'paper'
  if (openPolls(voting).some(({ question }) => (question.method === 'paper') === onPaper))
    throw new AppError('POLL_OTHER_OPEN')
}

/** @throws AppError POLL_NO_VOTERS, POLL_ELECTORATE_SMALL */
export function assertVoters({ meeting }: Everyone, question: PollQuestion, electorate: readonly string[]): void {
  if (electorate.length === 0) throw new AppError('POLL_NO_VOTERS')
  const { voting } = rulesOf(meeting)
  if (isElectorateTooSmall(question, voting, electorate.length))
    throw new AppError('POLL_ELECTORATE_SMALL', { count: electorate.length, least: voting.minimumSecretElectorate })
}
