// The closing of a poll: all that was handed in is taken out and counted, once, in one event (ADR 0016).
import { rulesOf } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import {
  areBallotsTooFew,
  findPoll,
  type Given,
  handsAtSites,
  outcomeOf,
  sitesMissing,
} from '@hoi-truong/shared/voting'
import type { Sql } from '../database/client.ts'
import { type CommandContext, defineCommand } from '../log/commandDefinition.ts'
import { figuresOf, handsOf, type PollPapers, without } from './papers.ts'
import { pollPapers } from './pollPapers.ts'
import { type Everyone, type OpenPoll, openPollOf } from './pollRules.ts'
import { ballotBox } from './secret/ballotBox.ts'
import type { BoxContents } from './secretBox.ts'
import { savedVotes, type Votes, withFresh } from './votes.ts'
import { votingEvent } from './votingEvent.ts'

/** What of it does not go through the side state: the votes of earlier batches, the ballots of a secret box. */
interface HandedIn {
  saved: Votes
  ballots: BoxContents | null
}

const NOTHING: HandedIn = { saved: new Map(), ballots: null }

async function gather(sql: Sql, context: CommandContext<'meeting', 'voting.close'>): Promise<HandedIn> {
  const { streamId, state, payload } = context
  const poll = findPoll(state.everyone.voting, payload.pollId)
  // The box is locked for a closing that may come about, for no other.
  if (poll?.stage !== 'open' || state.everyone.meeting.status !== 'open') return NOTHING
  const { method } = poll.question
  if (method === 'open') return { ...NOTHING, saved: await savedVotes(sql, streamId, payload.pollId) }
  return method === 'electronic'
    ? { ...NOTHING, ballots: await ballotBox.takeOut(sql, streamId, payload.pollId) }
    : NOTHING
}

/** @throws AppError HANDS_MISSING */
function handsOfOpen(
  everyone: Everyone,
  poll: OpenPoll,
  papers: PollPapers,
  votes: Votes,
  leaveOut: readonly string[],
): Given['hands'] {
  const sites = everyone.meeting.plan?.sites ?? []
  const counts = handsOf(papers, poll.question.pollId)
  const siteIds = sites.map(({ siteId }) => siteId)
  const standing = handsAtSites(everyone, poll, siteIds, new Set(votes.keys()), counts)
  const missing = sitesMissing(standing, leaveOut)
  if (missing.length > 0) {
    const names = sites.filter(({ siteId }) => missing.includes(siteId)).map(({ name }) => name)
    throw new AppError('HANDS_MISSING', { sites: names.join(', ') })
  }
  // Hands that stand are counted, also where the chair would have done without: they may have come in since, and are nobody's to drop.
  return standing.flatMap(({ siteId, count, stale }) =>
    count && !stale ? [{ siteId, covered: count.covered, tallies: count.tallies }] : [],
  )
}

/** Else the chair would close on the first voter's ballot and read it. How many are in the box is not told. @throws AppError BALLOTS_TOO_FEW */
function assertEnoughBallots({ meeting }: Everyone, { ballots }: BoxContents): void {
  const { voting } = rulesOf(meeting)
  if (areBallotsTooFew(voting, ballots.length))
    throw new AppError('BALLOTS_TOO_FEW', { least: voting.minimumSecretElectorate })
}

/** @throws AppError HANDS_MISSING, PAPER_UNCONFIRMED, BALLOTS_TOO_FEW */
function givenOf(
  everyone: Everyone,
  poll: OpenPoll,
  papers: PollPapers,
  { saved, ballots }: HandedIn,
  leaveOut: readonly string[],
): Given {
  const { pollId, method, tellerIds } = poll.question
  const given: Given = {
    electorate: poll.frozen.electorate,
    votes: new Map(),
    hands: [],
    paper: null,
    secret: ballots,
  }
  if (method === 'open') {
    const votes = withFresh(saved, papers.fresh, pollId)
    return { ...given, votes, hands: handsOfOpen(everyone, poll, papers, votes, leaveOut) }
  }
  if (method === 'electronic') {
    if (ballots) assertEnoughBallots(everyone, ballots)
    return given
  }
  const figures = figuresOf(papers, pollId)
  if (!figures?.confirmedBy) throw new AppError('PAPER_UNCONFIRMED')
  return { ...given, paper: { ...figures.count, tellerIds } }
}

export const closingPollDefinition = defineCommand<'meeting', 'voting.close', HandedIn, PollPapers>({
  type: 'voting.close',
  stream: 'meeting',
  action: 'voting.close',
  timing: 'live',
  side: pollPapers,
  gather,
  decide: ({ state: { everyone }, payload: { pollId, leaveOut } }, { facts, side }) => {
    const poll = openPollOf(everyone, pollId)
    const { question } = poll
    const { base, threshold } = poll.frozen
    const given = givenOf(everyone, poll, side, facts, leaveOut)
    const outcome = outcomeOf({ question, base, threshold }, given)
    return {
      events: [votingEvent('voting.closed', { pollId }), votingEvent('voting.tallied', { pollId, outcome })],
      side: without(side, pollId),
    }
  },
})
