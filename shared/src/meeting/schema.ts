// A meeting (buổi sinh hoạt): kinds, forms, who is summoned.
import { z } from 'zod'
import { memberCategorySchema, memberStatusSchema, nameSchema, officeSchema } from '../organization/schema.ts'
import { ruleSetSchema } from '../rules/index.ts'

/** Thường kỳ, chuyên đề, thường kỳ kết hợp chuyên đề, bất thường, họp chi ủy (DOMAIN 3.1). */
export const meetingKindSchema = z.enum(['regular', 'thematic', 'regularPlusThematic', 'extraordinary', 'committee'])
/** Trực tiếp, trực tuyến, trực tiếp kết hợp trực tuyến. */
export const meetingFormSchema = z.enum(['inPerson', 'online', 'hybrid'])
export const meetingStatusSchema = z.enum(['scheduled', 'open', 'closed'])
export type MeetingKind = z.infer<typeof meetingKindSchema>
export type MeetingForm = z.infer<typeof meetingFormSchema>
export type MeetingStatus = z.infer<typeof meetingStatusSchema>

/** One line of the roll: a copy, so that the record stays as it was when the member list changes. */
export const rollEntrySchema = z.strictObject({
  memberId: z.uuid(),
  name: nameSchema,
  category: memberCategorySchema,
  status: memberStatusSchema,
  office: officeSchema,
  title: nameSchema.nullable(),
})
export type RollEntry = z.infer<typeof rollEntrySchema>

/** The upper committee's consent that an online or hybrid meeting needs (DOMAIN 3.4). */
export const onlineApprovalSchema = z.strictObject({
  number: z.string().min(1).max(60),
  date: z.iso.date(),
  authority: nameSchema,
})

export const meetingPlanSchema = z.strictObject({
  organizationId: z.uuid(),
  kind: meetingKindSchema,
  form: meetingFormSchema,
  /** The month that the meeting belongs to, YYYY-MM. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  plannedStart: z.iso.datetime(),
  plannedEnd: z.iso.datetime(),
  place: nameSchema.nullable(),
  onlineApproval: onlineApprovalSchema.nullable(),
  chairId: z.uuid(),
  minutesSecretaryId: z.uuid().nullable(),
})
export type MeetingPlan = z.infer<typeof meetingPlanSchema>

/** Everyone summoned or invited, as the member list stood at that moment. */
export const meetingRollSchema = z.strictObject({
  organizationName: nameSchema,
  upperName: nameSchema.nullable(),
  members: z.array(rollEntrySchema),
  /** Cấp ủy viên cấp trên được phân công theo dõi: in the room as guests, in no count. */
  followers: z.array(rollEntrySchema),
})
export type MeetingRoll = z.infer<typeof meetingRollSchema>

export const openingSchema = z.strictObject({ rules: ruleSetSchema, roll: meetingRollSchema })
