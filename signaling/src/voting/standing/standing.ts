// How a running poll stands: for everybody as far as all may know, and for one who asks as far as their part in it goes (ADR 0016).
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import {
  coveredAt,
  handsAtSites,
  type PaperStanding,
  type Poll,
  type PollProgress,
  type PollStanding,
  type SiteHands,
  type SiteStanding,
  talliesOf,
} from '@hoi-truong/shared/voting'
import type { StateOfKind } from '../../log/commandDefinition.ts'
import type { Given } from './given.ts'

type Everyone = StateOfKind['meeting']['everyone']

/** A running poll with all that was handed in: for no one as it is. */
export interface RunningPoll {
  poll: Poll
  given: Given
  progress: PollProgress
  sites: readonly SiteHands[]
}

/** Who has voted, is counted at a site or has taken a ballot. Ballots on paper name nobody. */
function doneIn({ question }: Poll, { votes, hands, participants }: Given): ReadonlySet<string> {
  if (question.method === 'electronic') return participants
  return new Set(question.method === 'open' ? [...votes.keys(), ...hands.flatMap(({ covered }) => covered)] : [])
}

export function runningPoll(everyone: Everyone, poll: Poll, given: Given): RunningPoll {
  const { question, frozen } = poll
  const { votes, hands } = given
  const isOpenly = question.method === 'open'
  const siteIds = isOpenly ? (everyone.meeting.plan?.sites ?? []).map(({ siteId }) => siteId) : []
  const sites = handsAtSites(everyone, poll, siteIds, new Set(votes.keys()), hands)
  const tallies = hands.map((count) => count.tallies)
  return {
    poll,
    given,
    sites,
    progress: {
      pollId: question.pollId,
      voted: question.method === 'paper' ? returnedOf(given) : doneIn(poll, given).size,
      of: frozen?.electorate.length ?? 0,
      tallies: isOpenly && question.showTallies ? talliesOf(question, votes.values(), tallies) : null,
      counted: sites.filter(({ count, stale }) => count !== null && !stale).map(({ siteId }) => siteId),
      stale: sites.filter(({ stale }) => stale).map(({ siteId }) => siteId),
    },
  }
}

const returnedOf = ({ paper }: Given): number => (paper?.confirmedBy ? paper.figures.returned : 0)

function paperFor(memberId: string, { question }: Poll, { paper }: Given, leads: boolean): PaperStanding | null {
  const isTeller = question.tellerIds.includes(memberId)
  if (question.method !== 'paper' || !(isTeller || leads)) return null
  const isFinal = paper?.confirmedBy !== undefined && paper.confirmedBy !== null
  return {
    revision: paper?.revision ?? 0,
    count: paper && (isTeller || isFinal) ? paper.figures : null,
    enteredBy: paper?.enteredBy ?? null,
    confirmedBy: paper?.confirmedBy ?? null,
  }
}

function votesOf({ votes }: Given, memberId: string): string[] | null {
  const choices = votes.get(memberId)
  return choices ? [...choices] : null
}

/** As far as this member may know. */
export function standingFor({ meeting }: Everyone, running: RunningPoll, memberId: string): PollStanding {
  const { poll, given, progress } = running
  const electorate = poll.frozen?.electorate ?? []
  const roles = meetingRolesOf(meeting, memberId)
  const leads = may(roles, 'voting.seeMissing')
  const operated = new Set(
    meeting.plan?.sites.filter(({ operatorId }) => operatorId === memberId).map(({ siteId }) => siteId),
  )
  const countsAt = (siteId: string) => may(roles, 'voting.countHands') && (leads || operated.has(siteId))
  const done = doneIn(poll, given)
  const sites = running.sites.map(
    ({ siteId, voters, count, stale }): SiteStanding => ({
      siteId,
      mayVote: voters.length,
      tallies: count !== null && countsAt(siteId) ? count.tallies : null,
      counted: count !== null,
      stale,
    }),
  )
  return {
    ...progress,
    own: {
      mayVote: electorate.includes(memberId),
      choices: votesOf(given, memberId),
      ballotTaken: given.participants.has(memberId),
      countedAt: coveredAt(given.hands, memberId),
    },
    missing: leads && poll.question.method !== 'paper' ? electorate.filter((id) => !done.has(id)) : null,
    sites,
    paper: paperFor(memberId, poll, given, leads),
  }
}
