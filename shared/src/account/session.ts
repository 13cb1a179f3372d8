// Signing in: the shapes that the sign-in page and the server share (DESIGN 7, 10).
import { z } from 'zod'
import { memberNumberSchema } from '../organization/schema.ts'

/** As people copy it from a card: in any case, with spaces where they like. */
export const typedMemberNumberSchema = z
  .string()
  .max(64)
  .transform((typed) => typed.replace(/\s+/gu, ''))
  .pipe(memberNumberSchema)

export const loginSchema = z.strictObject({
  memberNumber: typedMemberNumberSchema,
  /** Upper bound: argon2 must not be fed megabytes. */
  password: z.string().min(1).max(200),
})
export type Login = z.infer<typeof loginSchema>

export const signedInMemberSchema = z.object({
  memberId: z.uuid(),
  memberNumber: z.string(),
  name: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
})
export type SignedInMember = z.infer<typeof signedInMemberSchema>

export const sessionSchema = z.object({ accessToken: z.string(), member: signedInMemberSchema })
export type Session = z.infer<typeof sessionSchema>
