// The course of a meeting as events.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'
import type { RuleSet } from '../rules/index.ts'
import { type MeetingPlan, type MeetingRoll, meetingPlanSchema } from './schema.ts'

export type MeetingEvent =
  | EventDraft<'meeting.scheduled', { plan: MeetingPlan; roll: MeetingRoll }>
  /** Khai mạc: pins the rules and calls the roll as it stands now. */
  | EventDraft<'meeting.opened', { rules: RuleSet; roll: MeetingRoll }>
  /** Kết thúc buổi sinh hoạt. */
  | EventDraft<'meeting.closed', Record<string, never>>

const nothing = z.strictObject({})

export const meetingCommands = {
  /** The stream's id is the new meeting's id, made by the client. */
  'meeting.schedule': meetingPlanSchema,
  'meeting.open': nothing,
  'meeting.close': nothing,
} as const
