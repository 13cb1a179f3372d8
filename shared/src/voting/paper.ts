// Ballots on paper (phiếu kín bằng giấy): the tellers' figures have to agree with each other before they count (DOMAIN 2.4).
import type { Whereabouts } from '../attendance/reduce.ts'
import { mostChoices } from './choices.ts'
import { shapeOf } from './matters.ts'
import { optionIdsOf } from './question.ts'
import type { Poll } from './reduce.ts'
import type { PaperCount, PollQuestion } from './schema.ts'

/** Of the electorate who was at a site at any time since the opening: no more ballots can have been handed out. In roll order. */
export function paperVotersAtSites(
  { attendance }: { attendance: Whereabouts },
  { frozen, openedAt }: Pick<Poll, 'frozen' | 'openedAt'>,
): string[] {
  const since = Date.parse(openedAt ?? '')
  return (frozen?.electorate ?? []).filter((memberId) =>
    (attendance.intervals[memberId] ?? []).some(
      ({ place, endedAt }) => place.kind === 'site' && (endedAt === null || Date.parse(endedAt) >= since),
    ),
  )
}

/**
 * Whether the figures cannot be true together. A ballot on yes or no that is left blank is invalid; in an election one may strike
 * everybody out.
 *
 * @param mostIssued how many ballots can have been handed out
 */
export function paperFault(
  question: Pick<PollQuestion, 'matter' | 'method' | 'options' | 'maxChoices'>,
  { issued, returned, valid, invalid, tallies }: PaperCount,
  mostIssued: number,
): 'PAPER_COUNT_WRONG' | null {
  const offered = optionIdsOf(question)
  const figures = Object.values(tallies)
  const sum = figures.reduce((all, figure) => all + figure, 0)
  const least = shapeOf(question.matter) === 'election' ? 0 : valid
  const agrees =
    issued <= mostIssued &&
    returned <= issued &&
    valid + invalid === returned &&
    figures.length === offered.length &&
    offered.every((option) => Object.hasOwn(tallies, option)) &&
    figures.every((figure) => figure <= valid) &&
    sum >= least &&
    sum <= valid * mostChoices(question)
  return agrees ? null : 'PAPER_COUNT_WRONG'
}
