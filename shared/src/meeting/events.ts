// The course of a meeting as events.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'
import type { RuleSet } from '../rules/ruleSet.ts'
import { type MeetingPlan, type MeetingRoll, meetingPlanSchema, meetingReasonSchema } from './schema.ts'

interface Preparation {
  plan: MeetingPlan
  roll: MeetingRoll
  /** In force when this was written; the opening pins them. */
  rules: RuleSet
}

export type MeetingEvent =
  /** Soạn thảo: seen by the branch's committee only. */
  | EventDraft<'meeting.drafted', Preparation>
  /** The whole plan anew, before or after the announcement. */
  | EventDraft<'meeting.planChanged', Preparation>
  /** Thông báo triệu tập: everyone on the roll knows of it from now on. */
  | EventDraft<'meeting.announced', { roll: MeetingRoll; rules: RuleSet }>
  /** Buổi tập: invented people, for whoever practises alone; announced from the beginning, in no statistics. */
  | EventDraft<'meeting.practiceStarted', Preparation>
  /** Khai mạc: pins the rules and calls the roll as it stands now. */
  | EventDraft<'meeting.opened', { rules: RuleSet; roll: MeetingRoll }>
  /** The member list has changed since: a status, a name, somebody received. */
  | EventDraft<'meeting.rollUpdated', { roll: MeetingRoll }>
  | EventDraft<'meeting.minutesSecretaryNamed', { memberId: string | null }>
  /** `taken`: the chair was gone and somebody entitled took it; else the chair handed it over. */
  | EventDraft<'meeting.chairChanged', { memberId: string; taken: boolean }>
  /** Kết thúc buổi sinh hoạt. */
  | EventDraft<'meeting.closed', Record<string, never>>
  /** The closing was taken back. */
  | EventDraft<'meeting.reopened', Record<string, never>>
  | EventDraft<'meeting.cancelled', { reason: string }>
  /** Không sinh hoạt. */
  | EventDraft<'meeting.notHeld', { reason: string }>

const nothing = z.strictObject({})
const id = z.uuid().toLowerCase()
const withReason = z.strictObject({ reason: meetingReasonSchema })

export const meetingCommands = {
  /** The stream's id is the new meeting's id, made by the client. */
  'meeting.draft': meetingPlanSchema,
  /** `basedOn`: the plan's revision that the editor started from; another one in between is refused, nothing is overwritten. */
  'meeting.revise': z.strictObject({ plan: meetingPlanSchema, basedOn: z.int().positive() }),
  /** Announces the plan that the sender saw, no other. */
  'meeting.announce': z.strictObject({ basedOn: z.int().positive() }),
  /** The stream's id is the new meeting's id, made by the client. */
  'meeting.startPractice': z.strictObject({ organizationId: id }),
  'meeting.cancel': withReason,
  'meeting.recordNotHeld': withReason,
  'meeting.open': nothing,
  'meeting.close': nothing,
  'meeting.reopen': nothing,
  'meeting.updateRoll': nothing,
  'meeting.nameMinutesSecretary': z.strictObject({ memberId: id.nullable() }),
  'meeting.handOverChair': z.strictObject({ memberId: id }),
  'meeting.takeChair': nothing,
} as const
