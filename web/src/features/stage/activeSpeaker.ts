// Whose picture is large while nobody is pinned: whoever has the floor, else who has been the loudest for a while. Whoever coughs
// does not take it, two who talk at once do not tear it to and fro, and silence leaves it where it is.

export interface ActiveSpeaker {
  /** Null until somebody has spoken. */
  memberId: string | null
  /** Since when, ms. */
  since: number
  /** Somebody else, the loudest since then without a break. */
  rival: { memberId: string; since: number } | null
}

export interface Heard {
  /** ms */
  at: number
  /** Loudest first; whoever cannot be shown large left out. */
  speakers: readonly string[]
  /** The device that carries whoever was given the floor. */
  floor: string | null
  /** Whether that device is still in the room. */
  isHere(memberId: string): boolean
}

export const LOUDEST_FOR_MS = 1_500
/** Two who answer each other in short sentences stay as they are for so long. */
export const SHOWN_AT_LEAST_MS = 4_000

export const nobodyYet: ActiveSpeaker = { memberId: null, since: 0, rival: null }

export function nextSpeaker(before: ActiveSpeaker, heard: Heard): ActiveSpeaker {
  const { at, floor } = heard
  if (floor !== null) return sameOr(before, { memberId: floor, since: at, rival: null })
  const shown =
    before.memberId !== null && heard.isHere(before.memberId) ? before : { ...nobodyYet, rival: before.rival }
  const loudest = heard.speakers.find((memberId) => heard.isHere(memberId))
  if (loudest === undefined || loudest === shown.memberId) return sameOr(before, { ...shown, rival: null })
  if (shown.rival?.memberId !== loudest) return sameOr(before, { ...shown, rival: { memberId: loudest, since: at } })
  return at >= takesOverAt(shown, shown.rival.since)
    ? { memberId: loudest, since: at, rival: null }
    : sameOr(before, shown)
}

/** When the rival will take over if nothing changes until then, ms; null: there is none. */
export const dueAt = (speaker: ActiveSpeaker): number | null =>
  speaker.rival && takesOverAt(speaker, speaker.rival.since)

const takesOverAt = ({ memberId, since }: ActiveSpeaker, rivalSince: number): number =>
  Math.max(rivalSince + LOUDEST_FOR_MS, memberId === null ? 0 : since + SHOWN_AT_LEAST_MS)

/** The very same object while nothing has changed, so that nobody draws anew. */
const sameOr = (before: ActiveSpeaker, after: ActiveSpeaker): ActiveSpeaker =>
  before.memberId === after.memberId &&
  before.rival?.memberId === after.rival?.memberId &&
  before.rival?.since === after.rival?.since
    ? before
    : after
