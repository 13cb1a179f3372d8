// Shapes of the HTTP API about accounts: making one, asking for one, the branch's view of its members' accounts, own sessions.
import { z } from 'zod'
import { memberCategorySchema, nameSchema, officeSchema } from '../organization/schema.ts'
import { oneTimeCodeSchema } from './oneTimeCode.ts'
import { PASSWORD_MAX_CHARACTERS, PASSWORD_MIN_CHARACTERS } from './passwordRule.ts'
import { typedMemberNumberSchema } from './session.ts'

export const newPasswordSchema = z.string().min(PASSWORD_MIN_CHARACTERS).max(PASSWORD_MAX_CHARACTERS)

/** POST /api/v1/auth/activate: number and code of the slip, and the password chosen; answers with a session like a sign-in. */
export const activationSchema = z.strictObject({
  memberNumber: typedMemberNumberSchema,
  code: oneTimeCodeSchema,
  password: newPasswordSchema,
})
export type Activation = z.infer<typeof activationSchema>

/**
 * POST /api/v1/auth/requests: self-registration. The answer (202, nothing) is the same whether the number is known or not: nobody
 * learns here who is a member.
 */
export const accountRequestSchema = z.strictObject({
  memberNumber: typedMemberNumberSchema,
  /** What PostgreSQL can keep and a committee can read. */
  name: nameSchema.regex(/^[^\p{Cc}\p{Cs}]+$/u),
  /** Said to the committee, so that it can ask back. */
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 .]{8,16}$/)
    .nullable(),
  password: newPasswordSchema,
})
export type AccountRequest = z.infer<typeof accountRequestSchema>

/** none: never had one · codeIssued: a slip is out · requested: waits in the queue · active · locked. */
export const accountStateSchema = z.enum(['none', 'codeIssued', 'requested', 'active', 'locked'])
export type AccountState = z.infer<typeof accountStateSchema>

/**
 * The two denominators that committees ask for (DOMAIN R32): all members, and of these those able to take part (not exempt, away, on
 * special duty or suspended today); of both, how many have a working account.
 */
export const accountCountsSchema = z.object({
  members: z.int(),
  able: z.int(),
  active: z.int(),
  activeAble: z.int(),
  /** Requests that wait. */
  waiting: z.int(),
})
export type AccountCounts = z.infer<typeof accountCountsSchema>

/** GET /api/v1/organizations/:id/accounts (action account.view). */
export const branchAccountsSchema = z.object({
  /** What the asking member may do here. */
  canIssueCodes: z.boolean(),
  canDecide: z.boolean(),
  canLock: z.boolean(),
  members: z.array(
    z.object({
      memberId: z.uuid(),
      memberNumber: z.string(),
      name: z.string(),
      office: officeSchema,
      category: memberCategorySchema,
      state: accountStateSchema,
      /** Whether what the asking member may do here may be done to this account: not to the own one, nor to that of somebody with more rights. */
      manageable: z.boolean(),
      /** Until when the code on the slip can be used. */
      codeValidUntil: z.iso.datetime().nullable(),
      lastSeenAt: z.iso.datetime().nullable(),
    }),
  ),
  /** The oldest first. */
  requests: z.array(
    z.object({
      requestId: z.uuid(),
      memberId: z.uuid(),
      memberNumber: z.string(),
      /** On the list, and as typed: another name is a reason to ask. */
      name: z.string(),
      typedName: z.string(),
      phone: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  /** Of the last day: whoever still looks at one of these requests hears that it was decided, and by whom. */
  decisions: z.array(z.object({ requestId: z.uuid(), approved: z.boolean(), byName: z.string() })),
  counts: accountCountsSchema,
})
export type BranchAccounts = z.infer<typeof branchAccountsSchema>

/** POST /api/v1/organizations/:id/account-slips (action account.issueCodes). The codes are told once, here. */
export const slipsRequestSchema = z.strictObject({
  /** The same id again makes no second codes: the answer was lost, print again. */
  commandId: z.uuid().toLowerCase(),
  memberIds: z.array(z.uuid().toLowerCase()).min(1).max(500),
  reset: z.boolean(),
})
export const slipsSchema = z.object({
  organizationName: z.string(),
  validUntil: z.iso.datetime(),
  slips: z.array(z.object({ memberId: z.uuid(), memberNumber: z.string(), name: z.string(), code: z.string() })),
})
export type Slips = z.infer<typeof slipsSchema>

/** GET /api/v1/me/sessions; DELETE /api/v1/me/sessions/:sessionId ends one; POST /api/v1/me/sessions/end-others all but this. */
export const ownSessionsSchema = z.object({
  sessions: z.array(
    z.object({
      sessionId: z.uuid(),
      /** The browser and system as they can be told from the user agent, for example "Chrome, Android"; null: unknown. */
      device: z.string().nullable(),
      beganAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime(),
      current: z.boolean(),
    }),
  ),
})
export type OwnSessions = z.infer<typeof ownSessionsSchema>

/** POST /api/v1/me/password; the other sessions end. */
export const passwordChangeSchema = z.strictObject({
  current: z.string().min(1).max(200),
  password: newPasswordSchema,
})
