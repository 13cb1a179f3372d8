// A document shown to the whole room page by page (trình chiếu tài liệu): that it is shown is in the log; which page and where the pointer
// stands is said beside it, and every device draws the page itself (R09).
import { z } from 'zod'
import type { AttendanceEvent } from '../attendance/events.ts'
import type { EventDraft, FeaturePart, LogEvent } from '../log/index.ts'
import type { MeetingEvent } from '../meeting/events.ts'
import { findInRoll } from '../meeting/roles.ts'
import type { DocumentEvent } from './events.ts'

export interface Presentation {
  presentationId: string
  documentId: string
  presenterId: string
  /** ISO 8601. */
  startedAt: string
}

/** Null: nothing is being shown. */
export type PresentationState = Presentation | null

export type PresentationEvent =
  /** Ends the one that was on. */
  | EventDraft<'document.presentationStarted', Omit<Presentation, 'startedAt'>>
  | EventDraft<'document.presentationEnded', { presentationId: string }>

const id = z.uuid().toLowerCase()

export const presentationCommands = {
  /** `presentationId` is made by the device. */
  'document.present': z.strictObject({ presentationId: id, documentId: id }),
  'document.endPresentation': z.strictObject({ presentationId: id }),
} as const

/** Where the presenter is: a page (1 is the first) and a pointer on it, in shares of its width and height from the top left; null: none. */
export const shownPageSchema = z.strictObject({
  presentationId: id,
  page: z.int().min(1).max(5000),
  pointer: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).nullable(),
})
export type ShownPage = z.infer<typeof shownPageSchema>

const initial: PresentationState = null

function reduce(state: PresentationState, logEvent: LogEvent): PresentationState {
  const event = logEvent as LogEvent & (PresentationEvent | DocumentEvent | AttendanceEvent | MeetingEvent)
  switch (event.type) {
    case 'document.presentationStarted':
      return { ...event.payload, startedAt: event.at }
    case 'document.presentationEnded':
      return state?.presentationId === event.payload.presentationId ? null : state
    case 'document.withdrawn':
      return state?.documentId === event.payload.documentId ? null : state
    // Nobody is left to turn the pages.
    case 'attendance.companionLeft':
      return state?.presenterId === event.payload.memberId ? null : state
    case 'attendance.intervalEnded':
      return state?.presenterId === event.payload.memberId && event.payload.reason !== 'moved' ? null : state
    // Suspended, or no longer on the list: they turn no more pages.
    case 'meeting.rollUpdated':
      return state && (findInRoll(event.payload, state.presenterId)?.status ?? 'suspended') === 'suspended'
        ? null
        : state
    case 'meeting.closed':
    case 'meeting.cancelled':
    case 'meeting.notHeld':
      return null
    default:
      return state
  }
}

export const presentationPart = {
  everyone: { initial: initial as PresentationState, reduce },
} satisfies FeaturePart<PresentationState>
