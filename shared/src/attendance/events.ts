// Roll call (điểm danh): where members are from when to when, their answers and notices, and what the minutes secretary corrects.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'
import { meetingReasonSchema, momentSchema } from '../meeting/schema.ts'
import type { QuorumLevel } from '../rules/votingBase.ts'

/** A person is in one place only: at a site, or at an own device. */
export const attendancePlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('device') }),
  z.strictObject({ kind: z.literal('site'), siteId: z.uuid().toLowerCase() }),
])
export type AttendancePlace = z.infer<typeof attendancePlaceSchema>

/** Entered over an own device; ticked by whoever runs the site; scanned the site's code; entered by hand afterwards. */
export type CheckInWay = 'device' | 'operator' | 'code' | 'correction'

/** Left by pressing "leave" or ticked off, the connection lapsed, the meeting was closed, went on at another place, shown out by the chair. */
export type IntervalEnd = 'left' | 'lapsed' | 'closed' | 'moved' | 'removed'

export type AttendanceEvent =
  /** The interval starts at the event's `at`. */
  | EventDraft<'attendance.intervalStarted', { memberId: string; place: AttendancePlace; way: CheckInWay }>
  /** `endedAt` is when the member was last seen, which may lie before the event's `at` (ISO 8601). */
  | EventDraft<'attendance.intervalEnded', { memberId: string; endedAt: string; reason: IntervalEnd }>
  /** Who is counted at a site also has an own device in the room, without voice and picture. */
  | EventDraft<'attendance.companionJoined', { memberId: string }>
  | EventDraft<'attendance.companionLeft', { memberId: string }>
  /** Sẽ dự; takes a notice of absence back. */
  | EventDraft<'attendance.answered', { memberId: string }>
  /** Báo vắng, as everyone sees it: without the reason, which may be about health. */
  | EventDraft<'attendance.absenceAnnounced', { memberId: string; meetingId: string }>
  /** The same for the bureau, with the reason; on the branch's stream (`late`) when it came after the closing. */
  | EventDraft<'attendance.absenceReported', AbsenceNotice>
  /** The same for the member, so that they can see what was received. */
  | EventDraft<'attendance.absenceReceived', AbsenceNotice>
  /** Chi ủy đồng ý, hoặc không: with or without good reason (vắng có lý do, không lý do). */
  | EventDraft<'attendance.absenceDecided', { memberId: string; accepted: boolean }>
  /** Thư ký điều chỉnh điểm danh: what holds instead of all that was noted before; null: was not there. */
  | EventDraft<'attendance.corrected', { memberId: string; presence: CorrectedPresence | null; reason: string }>
  /** Mời ra khỏi phòng: ends where they are and keeps them out until the chair lets them in again. */
  | EventDraft<'attendance.removed', { memberId: string; reason: string }>
  | EventDraft<'attendance.readmitted', { memberId: string }>
  /** The chair has stated that the meeting may proceed, on these figures. */
  | EventDraft<'attendance.quorumConfirmed', { present: number; base: number; level: QuorumLevel }>

export interface AbsenceNotice {
  memberId: string
  meetingId: string
  reason: string
  late: boolean
}

export const absenceReasonSchema = meetingReasonSchema

export const correctedPresenceSchema = z.strictObject({
  place: attendancePlaceSchema,
  arrivedAt: momentSchema,
  /** Null: still there, or there until the closing. */
  leftAt: momentSchema.nullable(),
})
export type CorrectedPresence = z.infer<typeof correctedPresenceSchema>

/** Six digits, as they stand under the site's code for whoever types them. */
export const siteCodeSchema = z.string().regex(/^\d{6}$/)

const nothing = z.strictObject({})
const id = z.uuid().toLowerCase()
const atSite = z.strictObject({ siteId: id, memberIds: z.array(id).min(1).max(500) })

export const attendanceCommands = {
  /** Tôi có mặt: this connection is in the room now. */
  'attendance.enter': nothing,
  /** Rời phòng: this connection leaves; the member is gone when it was the last one. */
  'attendance.leave': nothing,
  /** By the server: no connection of the member has been heard for longer than the grace period. */
  'attendance.lapse': z.strictObject({ memberIds: z.array(z.uuid()).min(1).max(2000) }),
  /** Sẽ dự. */
  'attendance.answer': nothing,
  'attendance.reportAbsence': z.strictObject({ reason: absenceReasonSchema }),
  /** By the server, on the branch's stream: an absence notice that came after the closing. */
  'attendance.recordLateAbsence': z.strictObject({ meetingId: z.uuid(), reason: absenceReasonSchema }),
  /** A notice that a member gave by telephone or by word of mouth. */
  'attendance.recordAbsence': z.strictObject({ memberId: id, reason: absenceReasonSchema }),
  'attendance.decideAbsence': z.strictObject({ memberId: id, accepted: z.boolean() }),
  /** Whoever runs the site ticks those who are there. */
  'attendance.checkInAtSite': atSite,
  'attendance.checkOutAtSite': atSite,
  /** The member has scanned or typed the code that the site shows. */
  'attendance.checkInByCode': z.strictObject({ siteId: id, code: siteCodeSchema }),
  'attendance.correct': z.strictObject({
    memberId: id,
    presence: correctedPresenceSchema.nullable(),
    reason: meetingReasonSchema,
  }),
  'attendance.confirmQuorum': nothing,
  'attendance.remove': z.strictObject({ memberId: id, reason: meetingReasonSchema }),
  'attendance.readmit': z.strictObject({ memberId: id }),
} as const
