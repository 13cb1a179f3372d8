// Organizations (tổ chức) and the words about members that every other feature uses.
import { z } from 'zod'
import { daySchema } from './periods.ts'

/** A row of the table of kinds: which kinds there are is data, "Huyện ủy" of old records included (DOMAIN 2.1). */
export const organizationKindSchema = z.string().regex(/^[a-z][A-Za-z]{1,31}$/)

/** Thôn, tổ dân phố; cơ quan, đơn vị sự nghiệp; doanh nghiệp; trường học; lực lượng vũ trang; khác (DOMAIN 3.2). */
export const branchTypeSchema = z.enum(['village', 'office', 'enterprise', 'school', 'armedForces', 'other'])
export type BranchType = z.infer<typeof branchTypeSchema>

/** Đảng viên chính thức / dự bị: only the first vote (DOMAIN 2.4). */
export const memberCategorySchema = z.enum(['official', 'probationary'])
/**
 * Đang sinh hoạt; được miễn công tác và sinh hoạt; sinh hoạt tạm thời nơi khác; làm nhiệm vụ đặc biệt; bị đình chỉ (DOMAIN 2.3).
 * Never mixed with presence.
 */
export const memberStatusSchema = z.enum(['active', 'exempt', 'away', 'specialDuty', 'suspended'])
/** Bí thư, phó bí thư, chi ủy viên, đảng viên. The branch secretary is never called a minutes secretary (thư ký). */
export const officeSchema = z.enum(['branchSecretary', 'deputySecretary', 'committeeMember', 'member'])

export type MemberCategory = z.infer<typeof memberCategorySchema>
export type MemberStatus = z.infer<typeof memberStatusSchema>
export type Office = z.infer<typeof officeSchema>

/** Names are stored NFC: the same name typed on another keyboard must compare equal (DOMAIN 7). */
export const nameSchema = z.string().trim().min(1).max(120).normalize('NFC')
/** Số thẻ; what a member signs in with. */
export const memberNumberSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9.-]{2,31}$/)

export const idSchema = z.uuid().toLowerCase()

const facts = {
  name: nameSchema,
  kind: organizationKindSchema,
  /** For a branch only: its order of business follows from it. */
  branchType: branchTypeSchema.nullable(),
  /** Name of its committee, for example "Đảng ủy xã Minh Họa"; a branch has none. */
  committee: nameSchema.nullable(),
  parentId: idSchema.nullable(),
}

/** What may change from a day on; the versions before stay as they were. */
export const organizationFactsSchema = z.strictObject(facts)
export type OrganizationFacts = z.infer<typeof organizationFactsSchema>

export const organizationSchema = z.strictObject({
  code: z.string().trim().min(1).max(32),
  ...facts,
  validFrom: daySchema,
})
/** `validFrom` null: registered before days were asked for. */
export type OrganizationRecord = Omit<z.infer<typeof organizationSchema>, 'validFrom'> & { validFrom: string | null }

export const organizationChangeSchema = z.strictObject({ ...facts, from: daySchema })
export type OrganizationChange = z.infer<typeof organizationChangeSchema>

export const organizationEndSchema = z.strictObject({
  /** The first day on which it is no more. */
  from: daySchema,
  mergedInto: idSchema.nullable(),
})
export type OrganizationEnd = z.infer<typeof organizationEndSchema>
