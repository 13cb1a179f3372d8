// The figures of ballots on paper: one teller enters them, another confirms.
import { AppError } from '@hoi-truong/shared/errors'
import { type PaperCount, paperFault, paperVotersAtSites } from '@hoi-truong/shared/voting'
import { type Actor, defineCommand } from '../log/commandDefinition.ts'
import { figuresOf, type PollPapers, withFigures } from './papers.ts'
import { pollPapers } from './pollPapers.ts'
import { type Everyone, memberOf, type OpenPoll, openPollOf } from './pollRules.ts'

/** @throws AppError PAPER_NOT_TELLER, POLL_METHOD_BARRED */
function paperPollOf(everyone: Everyone, pollId: string, actor: Actor): { poll: OpenPoll; tellerId: string } {
  const poll = openPollOf(everyone, pollId)
  if (poll.question.method !== 'paper') throw new AppError('POLL_METHOD_BARRED')
  const tellerId = memberOf(actor)
  if (!poll.question.tellerIds.includes(tellerId)) throw new AppError('PAPER_NOT_TELLER')
  return { poll, tellerId }
}

/** @throws AppError PAPER_COUNT_WRONG */
function assertFigures(everyone: Everyone, poll: OpenPoll, count: PaperCount): void {
  const most = paperVotersAtSites(everyone, poll).length
  const fault = paperFault(poll.question, count, most)
  if (fault) throw new AppError(fault, { most })
}

export const paperDefinitions = [
  defineCommand<'meeting', 'voting.enterPaperCount', undefined, PollPapers>({
    type: 'voting.enterPaperCount',
    stream: 'meeting',
    action: 'voting.countPaper',
    timing: 'live',
    side: pollPapers,
    decide: ({ state: { everyone }, actor, payload: { pollId, count, basedOn } }, { side }) => {
      const { poll, tellerId } = paperPollOf(everyone, pollId, actor)
      if ((figuresOf(side, pollId)?.revision ?? 0) !== basedOn) throw new AppError('PAPER_COUNT_CHANGED')
      assertFigures(everyone, poll, count)
      const figures = { pollId, revision: basedOn + 1, count, enteredBy: tellerId, confirmedBy: null }
      return { events: [], side: withFigures(side, figures) }
    },
  }),

  defineCommand<'meeting', 'voting.confirmPaperCount', undefined, PollPapers>({
    type: 'voting.confirmPaperCount',
    stream: 'meeting',
    action: 'voting.countPaper',
    timing: 'live',
    side: pollPapers,
    decide: ({ state: { everyone }, actor, payload: { pollId, revision } }, { side }) => {
      const { tellerId } = paperPollOf(everyone, pollId, actor)
      const figures = figuresOf(side, pollId)
      if (figures?.revision !== revision) throw new AppError('PAPER_COUNT_CHANGED')
      if (figures.enteredBy === tellerId) throw new AppError('PAPER_SAME_TELLER')
      // Confirmed already, by this one or a third.
      if (figures.confirmedBy !== null) return { events: [] }
      return { events: [], side: withFigures(side, { ...figures, confirmedBy: tellerId }) }
    },
  }),
]
