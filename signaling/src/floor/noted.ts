// What of a heard speech goes into the record: within the meeting, and no second time.
import type { FloorState, HeardSpeech } from '@hoi-truong/shared/floor'
import type { MeetingState } from '@hoi-truong/shared/meeting'

interface View {
  meeting: Pick<MeetingState, 'openedAt' | 'closedAt'>
  floor: Pick<FloorState, 'speeches'>
}

const normal = (moment: string): string => new Date(moment).toISOString()

/**
 * Null when nothing is left of it. Two nodes of signaling may have heard the same voice, each a part of it: what one has written is
 * not written again.
 * @param at ISO 8601, the log's clock
 */
export function noted({ meeting, floor }: View, speech: HeardSpeech, at: string): HeardSpeech | null {
  if (meeting.openedAt === null || floor.speeches.some(({ speechId }) => speechId === speech.speechId)) return null
  const opening = meeting.openedAt
  const last = meeting.closedAt ?? at
  const endedAt = [normal(speech.endedAt), last].sort()[0] as string
  const own = floor.speeches.filter(
    ({ way, memberId, siteId }) => way === 'heard' && memberId === speech.memberId && siteId === speech.siteId,
  )
  const startedAt = own
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .reduce(
      (from, other) => (other.startedAt <= from && (other.endedAt ?? '') > from ? (other.endedAt ?? from) : from),
      [normal(speech.startedAt), opening].sort()[1] as string,
    )
  const next = own.find((other) => other.startedAt > startedAt && other.startedAt < endedAt)
  return startedAt < (next?.startedAt ?? endedAt) ? { ...speech, startedAt, endedAt: next?.startedAt ?? endedAt } : null
}
