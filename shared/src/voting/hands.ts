// Hands raised at the sites (số giơ tay tại điểm cầu): whom a count covers, what it may say, when it is out of date. Nobody is counted
// twice: who has voted alone or is counted at another site is not among those whose hands count here (DOMAIN 2.4).
import { isAtSite, openInterval, type Whereabouts } from '../attendance/reduce.ts'
import type { ErrorCode } from '../errors/codes.ts'
import { mostChoices } from './choices.ts'
import { optionIdsOf } from './question.ts'
import type { Poll } from './reduce.ts'
import type { PollQuestion, Tallies } from './schema.ts'

/** A site's count as it is kept until the closing. */
export interface HandCount {
  siteId: string
  /** Whose hands it counts, in roll order: who might vote there when it was entered. */
  covered: readonly string[]
  tallies: Tallies
}

type Where = { attendance: Whereabouts }

/** Of the electorate who is at the site now, has not voted alone and is not counted elsewhere; in roll order. */
export function siteVoters(
  { attendance }: Where,
  { frozen }: Pick<Poll, 'frozen'>,
  siteId: string,
  votedAlone: ReadonlySet<string>,
  coveredElsewhere: ReadonlySet<string>,
): string[] {
  return (frozen?.electorate ?? []).filter(
    (memberId) =>
      isAtSite(attendance, memberId, siteId) && !votedAlone.has(memberId) && !coveredElsewhere.has(memberId),
  )
}

/** Whom the counts of the other sites cover. */
export const coveredElsewhere = (counts: readonly HandCount[], siteId: string): Set<string> =>
  new Set(counts.filter((count) => count.siteId !== siteId).flatMap(({ covered }) => covered))

/** The site whose hands count this member, null when none do. */
export const coveredAt = (counts: readonly HandCount[], memberId: string): string | null =>
  counts.find(({ covered }) => covered.includes(memberId))?.siteId ?? null

/** Somebody came or went since: the hands have to be counted again. */
export function isStale({ covered }: Pick<HandCount, 'covered'>, votersNow: readonly string[]): boolean {
  const now = new Set(votersNow)
  return now.size !== covered.length || !covered.every((memberId) => now.has(memberId))
}

/** @param mayVote as `siteVoters` has it now; what the sender saw has to be the same */
export function handsFault(
  question: Pick<PollQuestion, 'matter' | 'method' | 'options' | 'maxChoices'>,
  given: { mayVote: number; tallies: Tallies },
  mayVote: number,
): ErrorCode | null {
  const offered = optionIdsOf(question)
  const counted = Object.keys(given.tallies)
  if (counted.length !== offered.length || !offered.every((option) => Object.hasOwn(given.tallies, option))) {
    return 'REQUEST_MALFORMED'
  }
  if (given.mayVote !== mayVote) return 'HANDS_STALE'
  const figures = Object.values(given.tallies)
  const sum = figures.reduce((all, figure) => all + figure, 0)
  const fits = figures.every((figure) => figure <= mayVote) && sum <= mayVote * mostChoices(question)
  return fits ? null : 'HANDS_TOO_MANY'
}

/** Where the count of a site stands. */
export interface SiteHands {
  siteId: string
  /** Who may vote there now. */
  voters: string[]
  count: HandCount | null
  stale: boolean
}

/**
 * All sites in one pass over the electorate: a conference has 180 of them, and asks several times a second.
 *
 * @param siteIds of the plan, in its order
 */
export function handsAtSites(
  { attendance }: Where,
  { frozen }: Pick<Poll, 'frozen'>,
  siteIds: readonly string[],
  votedAlone: ReadonlySet<string>,
  counts: readonly HandCount[],
): SiteHands[] {
  const coveredAtSite = new Map(
    counts.flatMap(({ siteId, covered }) => covered.map((memberId): [string, string] => [memberId, siteId])),
  )
  const votersAt = new Map(siteIds.map((siteId): [string, string[]] => [siteId, []]))
  for (const memberId of frozen?.electorate ?? []) {
    const place = openInterval(attendance, memberId)?.place
    if (place?.kind !== 'site' || votedAlone.has(memberId)) continue
    if ((coveredAtSite.get(memberId) ?? place.siteId) === place.siteId) votersAt.get(place.siteId)?.push(memberId)
  }
  return siteIds.map((siteId) => {
    const voters = votersAt.get(siteId) ?? []
    const count = counts.find((one) => one.siteId === siteId) ?? null
    return { siteId, voters, count, stale: count !== null && isStale(count, voters) }
  })
}

/** Sites without which an open poll cannot be closed: with voters and no count, or with one that is out of date; unless left out. */
export const sitesMissing = (sites: readonly SiteHands[], leaveOut: readonly string[]): string[] =>
  sites
    .filter(({ siteId, voters, count, stale }) => !leaveOut.includes(siteId) && (count ? stale : voters.length > 0))
    .map(({ siteId }) => siteId)
