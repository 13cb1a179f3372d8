// Events of meetings as they were written before there were drafts and sites.
import type { LogEvent } from '../log/event.ts'
import type { Upcasters } from '../log/reducer.ts'
import { defaultRuleSet, type RuleSet, upcastRuleSet } from '../rules/ruleSet.ts'
import type { MeetingPlan, MeetingRoll, RollEntry } from './schema.ts'

const entryOf = (entry: RollEntry): RollEntry => ({ ...entry, temporary: entry.temporary ?? false })
const rollOf = (roll: MeetingRoll): MeetingRoll => ({
  ...roll,
  members: roll.members.map(entryOf),
  followers: roll.followers.map(entryOf),
  guests: (roll.guests ?? []).map(entryOf),
})
const planOf = (plan: MeetingPlan): MeetingPlan => ({
  ...plan,
  standInId: plan.standInId ?? null,
  sites: plan.sites ?? [],
  agenda: plan.agenda ?? [],
  guests: plan.guests ?? [],
  documentsPostedAt: plan.documentsPostedAt ?? null,
})

/** Rules as they were pinned before there were polls. */
function withVotingRules(event: LogEvent): LogEvent {
  const payload = event.payload as { rules: RuleSet }
  return { ...event, payload: { ...payload, rules: upcastRuleSet(payload.rules) } }
}

export const meetingUpcasters: Upcasters = {
  /** There were no drafts: who was scheduled was told. The state knows this event as it was. */
  'meeting.scheduled': (event: LogEvent) => {
    const { plan, roll } = event.payload as { plan: MeetingPlan; roll: MeetingRoll }
    return { ...event, payload: { plan: planOf(plan), roll: rollOf(roll), rules: defaultRuleSet } }
  },
  'meeting.drafted': withVotingRules,
  'meeting.planChanged': withVotingRules,
  'meeting.practiceStarted': withVotingRules,
  'meeting.announced': withVotingRules,
  'meeting.opened': (event: LogEvent) => {
    if (event.version > 1) return withVotingRules(event)
    const { rules, roll } = event.payload as { rules: Parameters<typeof upcastRuleSet>[0]; roll: MeetingRoll }
    return { ...event, payload: { rules: upcastRuleSet(rules), roll: rollOf(roll) } }
  },
}
