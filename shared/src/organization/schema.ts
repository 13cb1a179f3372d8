// Organizations (tổ chức) and their members: the words and shapes that every other feature uses.
import { z } from 'zod'
import { roleSchema } from '../permissions/index.ts'

/** Three levels since 208-QĐ/TW: Tỉnh ủy, Đảng ủy (xã, phường, đặc khu), chi bộ (DOMAIN 2.1). */
export const organizationLevelSchema = z.enum(['province', 'grassroots', 'branch'])
export type OrganizationLevel = z.infer<typeof organizationLevelSchema>

/** Thôn, tổ dân phố; cơ quan; doanh nghiệp; trường học; lực lượng vũ trang; khác (DOMAIN 3.2: emphases by type of branch). */
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
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .transform((name) => name.normalize('NFC'))
/** Số thẻ; what a member signs in with. */
export const memberNumberSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9.-]{2,31}$/)

export const organizationSchema = z.strictObject({
  code: z.string().min(1).max(32),
  name: nameSchema,
  level: organizationLevelSchema,
  /** Name of its committee, for example "Đảng ủy xã Minh Họa"; a branch has none. */
  committee: nameSchema.nullable(),
  parentId: z.uuid().nullable(),
})
export type OrganizationRecord = z.infer<typeof organizationSchema>

export const memberRecordSchema = z.strictObject({
  memberId: z.uuid(),
  memberNumber: memberNumberSchema,
  name: nameSchema,
  category: memberCategorySchema,
  status: memberStatusSchema,
  office: officeSchema,
  /** What the person is called in the meeting when it is not an office of the branch: "Đảng ủy viên xã Minh Họa, phụ trách chi bộ". */
  title: nameSchema.nullable(),
  roles: z.array(z.strictObject({ role: roleSchema, organizationId: z.uuid() })).max(20),
})
export type MemberRecord = z.infer<typeof memberRecordSchema>
