// How far down a poor link has brought this device, and how it climbs back: falls at once to what the link carries, climbs one rung after a
// while without trouble, and waits three times as long after each climb that failed. Without time and network of its own.

/** From all that the room has to give, down to the one voice that matters most. */
export const linkSteps = ['good', 'smaller', 'onePicture', 'noPictures', 'oneVoice'] as const
export type LinkStep = (typeof linkSteps)[number]

/** What this device sends: its picture in all sizes, in the smallest, not at all. */
export const sendingSteps = ['all', 'smallest', 'noPicture'] as const
export type SendingStep = (typeof sendingSteps)[number]

export interface Verdict {
  /** `fair`: no reason to fall, none to climb. */
  link: 'bad' | 'fair' | 'good'
  /** So bad that one look is enough. */
  urgent: boolean
  /** The highest rung that the link carries by its own measure; null: not known. */
  carries: number | null
}

export interface Ladder {
  /** 0 is the top. */
  rung: number
  /** Looks in a row that found it bad. */
  badLooks: number
  /** Since when nothing was wrong, ms; null while something is. */
  goodSince: number | null
  /** How long it has to be good before the next climb, ms. */
  patience: number
  climbedAt: number | null
  fellAt: number | null
}

const BAD_LOOKS = 2
/** Each try for a picture fills a poor line for some twenty seconds, which whoever pays for the bytes feels. */
const LONGER = 3
export const FIRST_PATIENCE_MS = 10_000
export const MOST_PATIENCE_MS = 270_000
/** What was on its way when it fell is still being lost for a moment, which says nothing of the new rung. */
const SETTLE_MS = 3_000
/** A climb that has held this long was right. */
const HELD_MS = 60_000

export const beginAt = (rung: number): Ladder => ({
  rung,
  badLooks: 0,
  goodSince: null,
  patience: FIRST_PATIENCE_MS,
  climbedAt: null,
  fellAt: null,
})

/** While little was sent, the beliefs of bandwidth sank to it; after a climb they need so long to see what the link carries. */
const FINDS_MS = 14_000

/** It has just climbed: only what is heard tells whether that was right. */
export const isFinding = ({ climbedAt }: Ladder, now: number): boolean =>
  climbedAt !== null && now - climbedAt < FINDS_MS

/** @param rungs how many there are */
export function next(ladder: Ladder, { link, urgent, carries }: Verdict, now: number, rungs: number): Ladder {
  const held = ladder.climbedAt !== null && now - ladder.climbedAt >= HELD_MS
  const calm: Ladder = held ? { ...ladder, climbedAt: null, patience: FIRST_PATIENCE_MS } : ladder
  const settling = calm.fellAt !== null && now - calm.fellAt < SETTLE_MS
  if (link !== 'good' && settling) return { ...calm, badLooks: 0, goodSince: null }
  if (link === 'bad')
    return fall({ ...calm, badLooks: calm.badLooks + 1, goodSince: null }, urgent, carries, now, rungs)
  if (link === 'fair') return { ...calm, badLooks: 0, goodSince: null }
  const goodSince = calm.goodSince ?? now
  // One climb after the other, before anybody could see what the first one led to, would end on top of a link that carries nothing.
  const mayClimb = calm.rung > 0 && !isFinding(calm, now) && (carries === null || carries < calm.rung)
  if (!mayClimb || now - goodSince < calm.patience) return { ...calm, badLooks: 0, goodSince }
  return { ...calm, rung: calm.rung - 1, badLooks: 0, goodSince: now, climbedAt: now }
}

function fall(ladder: Ladder, urgent: boolean, carries: number | null, now: number, rungs: number): Ladder {
  if (ladder.rung >= rungs - 1 || (!urgent && ladder.badLooks < BAD_LOOKS)) return ladder
  const rung = Math.min(rungs - 1, Math.max(ladder.rung + 1, carries ?? 0))
  const patience = ladder.climbedAt === null ? ladder.patience : Math.min(MOST_PATIENCE_MS, ladder.patience * LONGER)
  return { rung, badLooks: 0, goodSince: null, patience, climbedAt: null, fellAt: now }
}
