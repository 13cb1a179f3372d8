// From a voice that was heard to speeches of the record: without what the floor was given for, cut where another item was taken up.
import type { AgendaState } from '@hoi-truong/shared/agenda'
import type { FloorState, HeardSpeech, Speech } from '@hoi-truong/shared/floor'
import { derivedId } from '../log/derivedId.ts'

/** What one device sent, short pauses included. Times in ms since 1970 by the log's clock. */
export interface Voice {
  /** The member whose device it is. */
  deviceOf: string
  /** The site for which it spoke; null: its owner alone. */
  siteId: string | null
  from: number
  to: number
}

/** Shorter is a word thrown in, or a cough. */
export const LEAST_MS = 5_000

type Span = [from: number, to: number]
const spanOf = ({ startedAt, endedAt }: { startedAt: string; endedAt: string | null }): Span => [
  Date.parse(startedAt),
  endedAt === null ? Number.POSITIVE_INFINITY : Date.parse(endedAt),
]

const without = (spans: Span[], [from, to]: Span): Span[] =>
  spans
    .flatMap(([start, end]): Span[] => [
      [start, Math.min(end, from)],
      [Math.max(start, to), end],
    ])
    .filter(([start, end]) => start < end)

const within = (spans: Span[], [from, to]: Span): Span[] =>
  spans.map(([start, end]): Span => [Math.max(start, from), Math.min(end, to)]).filter(([start, end]) => start < end)

export function heardPieces(
  meetingId: string,
  { agenda, floor }: { agenda: Pick<AgendaState, 'courses'>; floor: Pick<FloorState, 'speeches'> },
  { deviceOf, siteId, from, to }: Voice,
): HeardSpeech[] {
  const carried = ({ way, memberId, siteId: at }: Speech): boolean =>
    way === 'granted' && (siteId === null ? at === null && memberId === deviceOf : at === siteId)
  const free = floor.speeches
    .filter(carried)
    .reduce((spans, speech) => without(spans, spanOf(speech)), [[from, to]] as Span[])
  const courses = agenda.courses.map((course) => ({ itemId: course.itemId, span: spanOf(course) }))
  const between = courses.reduce((spans, { span }) => without(spans, span), free)
  const pieces = [
    ...between.map((span) => ({ itemId: null, span })),
    ...courses.flatMap(({ itemId, span }) => within(free, span).map((part) => ({ itemId, span: part }))),
  ]
  return pieces
    .filter(({ span: [start, end] }) => end - start >= LEAST_MS)
    .toSorted((a, b) => a.span[0] - b.span[0])
    .map(({ itemId, span: [start, end] }) => {
      const startedAt = new Date(start).toISOString()
      return {
        speechId: derivedId(`speech ${meetingId} ${deviceOf} ${startedAt}`),
        memberId: siteId === null ? deviceOf : null,
        siteId,
        itemId,
        startedAt,
        endedAt: new Date(end).toISOString(),
      }
    })
}
