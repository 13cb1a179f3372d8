// Shapes of the HTTP API under /api/v1 that the web app reads.
import { z } from 'zod'
import { meetingFormSchema, meetingKindSchema, meetingStatusSchema } from '../meeting/schema.ts'

/** One line of "my meetings". */
export const meetingSummarySchema = z.object({
  meetingId: z.uuid(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  kind: meetingKindSchema,
  form: meetingFormSchema,
  month: z.string(),
  status: meetingStatusSchema,
  plannedStart: z.iso.datetime(),
  plannedEnd: z.iso.datetime(),
  place: z.string().nullable(),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  chairName: z.string(),
  /** How many members are in the room now, or attended when it is closed. */
  presentCount: z.int(),
  expectedCount: z.int(),
  /** What the asking member is in this meeting. */
  roles: z.array(z.string()),
  absenceAnnounced: z.boolean(),
})
export type MeetingSummary = z.infer<typeof meetingSummarySchema>
