// What becomes of a poll that was opened, besides its closing: cancelled with a reason, or its result announced.
import { AppError } from '@hoi-truong/shared/errors'
import { defineCommand } from '../log/commandDefinition.ts'
import { requireOpen } from '../meeting/course.ts'
import { type PollPapers, without } from './papers.ts'
import { pollPapers } from './pollPapers.ts'
import { type Everyone, pollOf } from './pollRules.ts'
import { announced } from './results.ts'
import { votingEvent } from './votingEvent.ts'

/** @throws AppError POLL_NOT_OPEN, POLL_CLOSED */
function assertCancellable(everyone: Everyone, pollId: string): void {
  requireOpen(everyone.meeting)
  const { stage } = pollOf(everyone, pollId)
  if (stage === 'prepared') throw new AppError('POLL_NOT_OPEN')
  // What everybody was told stands, and what is cancelled is.
  if (stage !== 'open' && stage !== 'closed') throw new AppError('POLL_CLOSED')
}

export const endingPollDefinitions = [
  defineCommand<'meeting', 'voting.cancel', undefined, PollPapers>({
    type: 'voting.cancel',
    stream: 'meeting',
    action: 'voting.cancel',
    timing: 'live',
    side: pollPapers,
    decide: ({ state: { everyone }, payload: { pollId, reason } }, { side }) => {
      assertCancellable(everyone, pollId)
      return { events: [votingEvent('voting.cancelled', { pollId, reason })], side: without(side, pollId) }
    },
  }),

  defineCommand<'meeting', 'voting.announce'>({
    type: 'voting.announce',
    stream: 'meeting',
    action: 'voting.announce',
    timing: 'live',
    decide: ({ state: { everyone, bureau }, payload: { pollId } }) => {
      requireOpen(everyone.meeting)
      const { stage } = pollOf(everyone, pollId)
      // Pressed twice.
      if (stage === 'announced') return { events: [] }
      if (stage !== 'closed') throw new AppError('POLL_NOT_CLOSED')
      return { events: [announced(bureau.voting, pollId)] }
    },
  }),
]
