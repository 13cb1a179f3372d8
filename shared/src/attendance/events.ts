// Roll call (điểm danh): presence intervals and absence notices as events.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'

/** Left by pressing "leave", the connection lapsed, or the meeting was closed. */
export const intervalEndSchema = z.enum(['left', 'lapsed', 'closed'])
export type IntervalEnd = z.infer<typeof intervalEndSchema>

export type AttendanceEvent =
  /** The interval starts at the event's `at`. */
  | EventDraft<'attendance.intervalStarted', { memberId: string }>
  /** `endedAt` is when the member was last seen, which may lie before the event's `at` (ISO 8601). */
  | EventDraft<'attendance.intervalEnded', { memberId: string; endedAt: string; reason: IntervalEnd }>
  /** Báo vắng, as everyone sees it: without the reason, which may be about health. */
  | EventDraft<'attendance.absenceAnnounced', { memberId: string; meetingId: string }>
  /** The same for the bureau, with the reason; on the branch's stream (`late`) when it came after the closing. */
  | EventDraft<'attendance.absenceReported', AbsenceNotice>
  /** The same for the member, so that they can see what was received. */
  | EventDraft<'attendance.absenceReceived', AbsenceNotice>

export interface AbsenceNotice {
  memberId: string
  meetingId: string
  reason: string
  late: boolean
}

export const absenceReasonSchema = z
  .string()
  .trim()
  .min(3)
  .max(500)
  .transform((reason) => reason.normalize('NFC'))

const nothing = z.strictObject({})

export const attendanceCommands = {
  /** Tôi có mặt: this connection is in the room now. */
  'attendance.enter': nothing,
  /** Rời phòng: this connection leaves; the member is gone when it was the last one. */
  'attendance.leave': nothing,
  /** By the server: no connection of the member has been heard for longer than the grace period. */
  'attendance.lapse': z.strictObject({ memberIds: z.array(z.uuid()).min(1).max(2000) }),
  'attendance.reportAbsence': z.strictObject({ reason: absenceReasonSchema }),
  /** By the server, on the branch's stream: an absence notice that came after the closing. */
  'attendance.recordLateAbsence': z.strictObject({ meetingId: z.uuid(), reason: absenceReasonSchema }),
} as const
