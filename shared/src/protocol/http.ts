// Shapes of the HTTP API under /api/v1 that the web app reads.
import { z } from 'zod'
import { templateItemSchema } from '../agenda/schema.ts'
import { meetingFormSchema, meetingKindSchema, meetingStatusSchema } from '../meeting/kinds.ts'
import { type MeetingPlan, rollEntrySchema } from '../meeting/schema.ts'
import { branchTypeSchema } from '../organization/schema.ts'
import { meetingRoleSchema } from '../permissions/index.ts'
import { ruleSetSchema } from '../rules/ruleSet.ts'

/** What the asking member has answered to the notice: nothing yet, sẽ dự, or xin vắng and what chi ủy says to it. */
export const invitationAnswerSchema = z.enum([
  'none',
  'attending',
  'absencePending',
  'absenceAccepted',
  'absenceRefused',
])
export type InvitationAnswer = z.infer<typeof invitationAnswerSchema>

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
  /** Why it was cancelled or not held. */
  reason: z.string().nullable(),
  /** Buổi tập: shown to whoever practises, for a day. */
  practice: z.boolean(),
  chairName: z.string(),
  /** How many members are there now, or attended when it is closed; how many are expected. */
  presentCount: z.int(),
  expectedCount: z.int(),
  /** What the asking member is in this meeting. */
  roles: z.array(meetingRoleSchema),
  /** Sites that the asking member runs (người vận hành điểm cầu). */
  sites: z.array(z.object({ siteId: z.uuid(), name: z.string() })),
  answer: invitationAnswerSchema,
})
export type MeetingSummary = z.infer<typeof meetingSummarySchema>

/** What the page that prepares a meeting begins with: `GET /organizations/:id/preparation?kind=`. */
export const preparationSchema = z.object({
  organizationId: z.uuid(),
  organizationName: z.string(),
  /** Name of the committee above, which consents to online meetings. */
  upperName: z.string().nullable(),
  branchType: branchTypeSchema,
  /** The member list as it stands now: who may chair, present, run a site. */
  members: z.array(rollEntrySchema.extend({ name: z.string(), title: z.string().nullable() })),
  rules: ruleSetSchema,
  /** The branch's own template for this kind, or the guidance's. */
  template: z.array(templateItemSchema.extend({ title: z.string() })),
  templateIsOwn: z.boolean(),
  /** The latest plan of this kind, to take time, place, form and people from; null for the first one. */
  latest: z.unknown(),
  /** The server's clock, ISO 8601. */
  now: z.iso.datetime(),
})
/** Plans are checked when they come in; going out they are what was stored. */
export type Preparation = Omit<z.infer<typeof preparationSchema>, 'latest'> & { latest: MeetingPlan | null }

/** Somebody with an account who could be invited: `GET /organizations/:id/guests/:memberNumber`. */
export const guestAccountSchema = z.object({ memberId: z.uuid(), name: z.string(), organizationName: z.string() })
export type GuestAccount = z.infer<typeof guestAccountSchema>

/** What a site shows to be scanned or typed; renewed before it expires. */
export const siteCodeReplySchema = z.object({ code: z.string(), validUntil: z.iso.datetime() })
export type SiteCodeReply = z.infer<typeof siteCodeReplySchema>

/** Of one measurement of the connection test: more would be a burden for a meeting that is going on. */
export const MOST_TEST_KILOBYTES = 512

/** What arrived of `POST /connection-test/upload`. */
export const testUploadReplySchema = z.object({ bytes: z.int() })
export type TestUploadReply = z.infer<typeof testUploadReplySchema>
