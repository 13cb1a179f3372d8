// What a branch does with its list of members (action member.manage): one command, one event each.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'
import {
  decisionSchema,
  groundSchema,
  type HeldOffice,
  heldOfficeSchema,
  type MembershipKind,
  membershipKindSchema,
  type OtherBranch,
  type Standing,
  type StandingKind,
  standingKindSchema,
} from './member.ts'
import { daySchema } from './periods.ts'
import { idSchema, type MemberCategory, memberNumberSchema, nameSchema } from './schema.ts'

const until = { from: daySchema, to: daySchema.nullable() }
const who = { memberId: idSchema }

const setStandingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exempt'), ...who, ...until, decision: decisionSchema, ground: groundSchema }),
  z.strictObject({ kind: z.literal('away'), ...who, ...until, place: nameSchema }),
  z.strictObject({ kind: z.literal('specialDuty'), ...who, ...until, place: nameSchema.nullable() }),
  z.strictObject({ kind: z.literal('suspended'), ...who, ...until, decision: decisionSchema }),
])

export const memberCommands = {
  'member.setStanding': setStandingSchema,
  /** `from` says which one; an end before it takes the standing back. */
  'member.endStanding': z.strictObject({
    ...who,
    kind: standingKindSchema,
    from: daySchema.nullable(),
    to: daySchema,
  }),
  /** Công nhận đảng viên chính thức, from that day; probationary only puts a mistake right. */
  'member.setCategory': z.discriminatedUnion('category', [
    z.strictObject({ category: z.literal('official'), ...who, from: daySchema }),
    z.strictObject({ category: z.literal('probationary'), ...who }),
  ]),
  'member.assignOffice': z.strictObject({ ...who, office: heldOfficeSchema, ...until }),
  'member.endOffice': z.strictObject({ ...who, office: heldOfficeSchema, from: daySchema.nullable(), to: daySchema }),
  /** Chuyển sinh hoạt đi; `to` is the last day here. A branch outside this installation has a name only. */
  'member.transferOut': z
    .strictObject({
      ...who,
      to: daySchema,
      destinationId: idSchema.nullable(),
      destinationName: nameSchema.nullable(),
    })
    .refine(({ destinationId, destinationName }) => destinationId !== null || destinationName !== null),
  /** Tiếp nhận, by the number on the card: the one who transferred out to here, or who is introduced for a time. */
  'member.receive': z.strictObject({ memberNumber: memberNumberSchema, kind: membershipKindSchema, ...until }),
  'member.endTemporary': z.strictObject({ ...who, to: daySchema }),
} as const

/** Everything that the receiving branch must know, as the sending one had it. */
export interface ReceivedMember {
  memberId: string
  memberNumber: string
  name: string
  category: MemberCategory
  officialFrom: string | null
  kind: MembershipKind
  from: string
  to: string | null
  origin: OtherBranch | null
  /** Exemption, special duty and suspension go with the person. */
  standings: Standing[]
}

export type MemberEvent =
  | EventDraft<'member.standingSet', { memberId: string; standing: Standing }>
  | EventDraft<'member.standingEnded', { memberId: string; kind: StandingKind; from: string | null; to: string }>
  | EventDraft<'member.categorySet', { memberId: string; category: MemberCategory; officialFrom: string | null }>
  | EventDraft<'member.officeAssigned', { memberId: string; office: HeldOffice; from: string; to: string | null }>
  | EventDraft<'member.officeEnded', { memberId: string; office: HeldOffice; from: string | null; to: string }>
  | EventDraft<'member.transferredOut', { memberId: string; to: string; destination: OtherBranch }>
  | EventDraft<'member.received', ReceivedMember>
  | EventDraft<'member.temporaryEnded', { memberId: string; to: string }>
