// A meeting (buổi sinh hoạt) as it is prepared: when, where, in which form, who leads it, what is on; and who is summoned.
import { z } from 'zod'
import { agendaSchema } from '../agenda/schema.ts'
import { memberCategorySchema, memberStatusSchema, nameSchema, officeSchema } from '../organization/schema.ts'
import { meetingFormSchema, meetingKindSchema } from './kinds.ts'

const id = z.uuid().toLowerCase()

/** A moment that a calendar of people could hold; databases know years that we do not. */
export const momentSchema = z.iso.datetime().refine((at) => at >= '2000' && at < '2200')

/** One line of the roll: a copy, so that the record stays as it was when the member list changes. */
export const rollEntrySchema = z.strictObject({
  memberId: z.uuid(),
  name: nameSchema,
  category: memberCategorySchema,
  status: memberStatusSchema,
  office: officeSchema,
  title: nameSchema.nullable(),
  /** Sinh hoạt tạm thời đến: a member of another branch. */
  temporary: z.boolean(),
})
export type RollEntry = z.infer<typeof rollEntrySchema>

/** The upper committee's consent that an online or hybrid meeting needs (DOMAIN 3.4). */
export const onlineApprovalSchema = z.strictObject({
  number: z.string().trim().min(1).max(60),
  date: z.iso.date(),
  authority: nameSchema,
})
export type OnlineApproval = z.infer<typeof onlineApprovalSchema>

/** Điểm cầu: a place where members sit together before one screen. */
export const siteSchema = z.strictObject({
  siteId: id,
  name: nameSchema,
  /** Người vận hành: ticks who is there. Without one, the chair and the minutes secretary do. */
  operatorId: id.nullable(),
})
export type Site = z.infer<typeof siteSchema>

/** Đại biểu: listed, in no count. Who has an account (`memberId`) may enter the room. */
export const guestSchema = z.strictObject({
  guestId: id,
  memberId: id.nullable(),
  name: nameSchema,
  title: nameSchema.nullable(),
})
export type Guest = z.infer<typeof guestSchema>

const distinct = <T>(list: readonly T[], key: (item: T) => string | null): boolean => {
  const keys = list.map(key).filter((one) => one !== null)
  return new Set(keys).size === keys.length
}

export const meetingPlanSchema = z.strictObject({
  organizationId: id,
  kind: meetingKindSchema,
  form: meetingFormSchema,
  /** The month that the meeting belongs to, YYYY-MM. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  plannedStart: momentSchema,
  plannedEnd: momentSchema,
  place: nameSchema.nullable(),
  onlineApproval: onlineApprovalSchema.nullable(),
  chairId: id,
  /** Takes the chair when the chair is gone; the deputy secretary may do so without being named. */
  standInId: id.nullable(),
  minutesSecretaryId: id.nullable(),
  /** The first is the main one (điểm cầu chính). */
  sites: z
    .array(siteSchema)
    .max(200)
    .refine((sites) => distinct(sites, ({ siteId }) => siteId)),
  agenda: agendaSchema,
  guests: z
    .array(guestSchema)
    .max(100)
    .refine((guests) => distinct(guests, ({ guestId }) => guestId) && distinct(guests, ({ memberId }) => memberId)),
  /** When the documents were posted for the members to read, as the branch records it; null until then. */
  documentsPostedAt: momentSchema.nullable(),
})
export type MeetingPlan = z.infer<typeof meetingPlanSchema>

/** Everyone summoned or invited, as the member list stood at that moment. */
export interface MeetingRoll {
  organizationName: string
  upperName: string | null
  members: RollEntry[]
  /** Cấp ủy viên cấp trên được phân công theo dõi: in the room as guests, in no count. */
  followers: RollEntry[]
  /** Đại biểu by invitation; `memberId` is the guest's own id when they have no account. */
  guests: RollEntry[]
}

/** Why a meeting is cancelled or was not held; everyone summoned reads it. */
export const meetingReasonSchema = z.string().trim().min(3).max(500).normalize('NFC')
