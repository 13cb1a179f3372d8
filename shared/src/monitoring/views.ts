// The shapes of what a committee above sees: facts and figures, no names of members.
import { z } from 'zod'
import { accountCountsSchema } from '../account/index.ts'
import { meetingFormSchema, meetingKindSchema, meetingStatusSchema } from '../meeting/kinds.ts'
import { daySchema } from '../organization/periods.ts'
import { idSchema } from '../organization/schema.ts'

/** YYYY-MM, of a calendar that people could hold. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((month) => month >= '2000' && month < '2200')

/**
 * Where a branch stands in a month. notScheduled: chưa lên lịch · scheduled: đã thông báo · running: đang sinh hoạt · held: đã sinh hoạt ·
 * overdue: quá hạn, the days of the month for it are over and nothing was held · notHeld: không sinh hoạt, with a reason.
 */
export const branchMonthSchema = z.enum(['notScheduled', 'scheduled', 'running', 'held', 'overdue', 'notHeld'])
export type BranchMonth = z.infer<typeof branchMonthSchema>

/** One meeting as a committee sees it; practice meetings and drafts are never among them. */
export const monitoredMeetingSchema = z.object({
  meetingId: idSchema,
  organizationId: idSchema,
  /** Of the meeting's stream: of two sights of the same meeting the one with the higher number is the newer. */
  seq: z.int(),
  kind: meetingKindSchema,
  form: meetingFormSchema,
  status: meetingStatusSchema,
  plannedStart: z.iso.datetime(),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  presentCount: z.int(),
  expectedCount: z.int(),
  /** Why it was cancelled or not held. */
  reason: z.string().nullable(),
})
export type MonitoredMeeting = z.infer<typeof monitoredMeetingSchema>

export const branchLineSchema = z.object({
  kind: z.literal('branch'),
  organizationId: idSchema,
  name: z.string(),
  code: z.string(),
  /** The last day of the month for its regular meeting, by its rules; null when it was not there on that day. */
  dueOn: daySchema.nullable(),
  /** The first day on which it is no more. */
  endedFrom: daySchema.nullable(),
  month: branchMonthSchema,
  /** Of that month, in order of time. */
  meetings: z.array(monitoredMeetingSchema),
})
export type BranchLine = z.infer<typeof branchLineSchema>

/** Sums over the branches beneath an organization. `present` and `expected` over the monthly meetings that run or were held. */
export const monthSumsSchema = z.object({
  branches: z.int(),
  byMonth: z.record(branchMonthSchema, z.int()),
  present: z.int(),
  expected: z.int(),
})
export type MonthSums = z.infer<typeof monthSumsSchema>

export const committeeLineSchema = z.object({
  kind: z.literal('committee'),
  organizationId: idSchema,
  name: z.string(),
  code: z.string(),
  sums: monthSumsSchema,
})
export type CommitteeLine = z.infer<typeof committeeLineSchema>

/** GET /api/v1/organizations/:id/monitoring?month=YYYY-MM (action monitoring.view). */
export const monitoringViewSchema = z.object({
  month: monthSchema,
  organization: z.object({ organizationId: idSchema, name: z.string() }),
  /** Those above it, the nearest first, up to the highest that the asking officer may see; for the way back. */
  above: z.array(z.object({ organizationId: idSchema, name: z.string() })),
  sums: monthSumsSchema,
  accounts: accountCountsSchema,
  /** Directly beneath it, in order of code; a branch that is asked about is its own only line. */
  lines: z.array(z.discriminatedUnion('kind', [branchLineSchema, committeeLineSchema])),
  /** The log's clock. */
  now: z.iso.datetime(),
})
export type MonitoringView = z.infer<typeof monitoringViewSchema>
export type MonitoringLine = MonitoringView['lines'][number]

/** A meeting as it is pushed, with the month that it belongs to. */
export type MeetingFigure = MonitoredMeeting & { month: string }

/** Pushed to whoever watches an organization (socket request `watch`): what changed beneath it since the last message. */
export interface MeetingFigures {
  organizationId: string
  /** Of the branches directly beneath it; of the branch itself where one is watched. */
  meetings: MeetingFigure[]
  /** The committees directly beneath it in whose subtree meetings changed: their sums are asked for, not pushed. */
  beneath: string[]
}
