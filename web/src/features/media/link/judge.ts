// Whether the link is bad for what it has to carry now: the figures behind each rung, and nothing else.
import type { Verdict } from './ladder.ts'
import type { LinkSample } from './linkSample.ts'

/** Bits per second, headers included, that each rung of `linkSteps` needs with few people in the room. */
const receivingNeeds = [450_000, 250_000, 110_000, 0, 0] as const
/** Of `sendingSteps`: all sizes of the own picture, the smallest, none; each with the own voice. */
const sendingNeeds = [350_000, 130_000, 0] as const

/** Heard as gaps in words. */
const BAD_CONCEALED = 0.08
const URGENT_CONCEALED = 0.2
const GOOD_CONCEALED = 0.04
/** Opus bears some; a queue that overflows loses far more than a poor radio does. */
const BAD_LOSS = 0.12
const URGENT_LOSS = 0.25
const GOOD_LOSS = 0.08

/** Beliefs of bandwidth are on the low side while it is short. */
const DOUBT = 0.8

/** Gaps without any of this are the device's own: it is too busy, and fewer packets would not help it. */
const STRAINED_LOSS = 0.02
const STRAINED_ROUND_TRIP_MS = 500

const isStrained = ({ loss, asked, roundTripMs }: LinkSample): boolean =>
  Math.max(loss ?? 0, asked ?? 0) >= STRAINED_LOSS || (roundTripMs ?? 0) >= STRAINED_ROUND_TRIP_MS

/** The highest rung whose need fits. */
const carriedBy = (needs: readonly number[], bitrate: number | null): number | null =>
  bitrate === null ? null : needs.findIndex((need) => need * DOUBT <= bitrate)

function judge(sample: LinkSample, pressed: boolean, carries: number | null): Verdict {
  const loss = sample.loss ?? 0
  const concealed = isStrained(sample) ? (sample.concealed ?? 0) : 0
  const worst = (most: number, mostConcealed: number) => loss > most || concealed > mostConcealed
  const urgent = worst(URGENT_LOSS, URGENT_CONCEALED)
  if (urgent || pressed || worst(BAD_LOSS, BAD_CONCEALED)) return { link: 'bad', urgent, carries }
  return { link: worst(GOOD_LOSS, GOOD_CONCEALED) ? 'fair' : 'good', urgent: false, carries }
}

/**
 * @param available what the server believes it can send here; it knows only while pictures flow, and never more than it was asked to
 *   send at most, so it tells what is too much and not how much more there would be
 */
export function judgeReceiving(sample: LinkSample, rung: number, available: number | null): Verdict {
  const need = receivingNeeds[rung] ?? 0
  const known = need > 0 ? available : null
  const pressed = known !== null && known < receivingNeeds[2] * DOUBT
  const verdict = judge(sample, pressed, null)
  return verdict.link === 'bad' && known !== null ? { ...verdict, carries: carriedBy(receivingNeeds, known) } : verdict
}

export function judgeSending(sample: LinkSample, rung: number): Verdict {
  const need = sendingNeeds[rung] ?? 0
  // Without a picture the browser does not look for more bandwidth than the voice needs.
  const known = need > 0 ? sample.available : null
  // All sizes wanted and not sent is no trouble: the browser leaves out the large ones by itself. The smallest must fit.
  const pressed = known !== null && known < sendingNeeds[1] * DOUBT
  const verdict = judge(sample, pressed, null)
  if (verdict.link === 'bad') return { ...verdict, carries: known === null ? null : carriedBy(sendingNeeds, known) }
  return verdict
}

/** Most bits per second that are worth sending here on each rung; null: no limit. */
export const mostBitrates = [null, 400_000, 200_000, 60_000, 40_000] as const
