// Commands on polls that are not open yet: put on the list, changed, taken off it.
import { AppError } from '@hoi-truong/shared/errors'
import { canonicalJson } from '@hoi-truong/shared/log'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { isPollIdUsed } from '@hoi-truong/shared/voting'
import { defineCommand } from '../log/commandDefinition.ts'
import { requireOpen } from '../meeting/course.ts'
import { assertSound, preparedPollOf } from './pollRules.ts'
import { votingEvent } from './votingEvent.ts'

/** In any meeting that is not over. @throws AppError in the words of the state that it is in */
function assertPreparable(meeting: MeetingState): void {
  if (meeting.status !== 'draft' && meeting.status !== 'announced') requireOpen(meeting)
}

export const preparingPollDefinitions = [
  defineCommand<'meeting', 'voting.prepare'>({
    type: 'voting.prepare',
    stream: 'meeting',
    action: 'voting.prepare',
    timing: 'live',
    decide: ({ state: { everyone }, payload: { question } }) => {
      assertPreparable(everyone.meeting)
      if (isPollIdUsed(everyone.voting, question.pollId)) throw new AppError('COMMAND_ID_REUSED')
      assertSound(everyone, question)
      return { events: [votingEvent('voting.prepared', { question })] }
    },
  }),

  defineCommand<'meeting', 'voting.revise'>({
    type: 'voting.revise',
    stream: 'meeting',
    action: 'voting.prepare',
    timing: 'live',
    decide: ({ state: { everyone }, payload: { question, basedOn } }) => {
      assertPreparable(everyone.meeting)
      const before = preparedPollOf(everyone, question.pollId, basedOn)
      assertSound(everyone, question)
      const same = canonicalJson(before.question) === canonicalJson(question)
      return { events: same ? [] : [votingEvent('voting.revised', { question })] }
    },
  }),

  defineCommand<'meeting', 'voting.discard'>({
    type: 'voting.discard',
    stream: 'meeting',
    action: 'voting.discard',
    timing: 'live',
    decide: ({ state: { everyone }, payload: { pollId } }) => {
      assertPreparable(everyone.meeting)
      preparedPollOf(everyone, pollId)
      return { events: [votingEvent('voting.discarded', { pollId })] }
    },
  }),
]
