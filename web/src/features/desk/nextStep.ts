// The chair's next step, and what is missing before it: what the one large button does, and whether it may.
import { type AgendaItem, nextItem } from '@hoi-truong/shared/agenda'
import { type RollCall, rulesOf } from '@hoi-truong/shared/attendance'
import { withDocumentsPosted } from '@hoi-truong/shared/document'
import {
  type Attendance,
  beforeClosing,
  beforeItem,
  beforeOpening,
  type Finding,
  mayRunNow,
} from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'

type Everyone = MeetingStreamState['everyone']

type Step = { kind: 'open' } | { kind: 'start'; item: AgendaItem } | { kind: 'close' }

export interface PlannedStep {
  step: Step
  findings: Finding[]
  /** The server would refuse. */
  blocked: boolean
}

const factsOf = ({ attendance }: Everyone, { quorum, counts }: RollCall): Attendance => ({
  ...quorum,
  confirmed: attendance.quorum !== null,
  undecidedAbsences: counts.undecided,
})

function findingsBefore(step: Step, state: Everyone, call: RollCall, now: string): Finding[] {
  const { agenda, documents } = state
  const { plan } = state.meeting
  const meeting = plan ? { ...state.meeting, plan: withDocumentsPosted(plan, documents) } : state.meeting
  const rules = rulesOf(meeting)
  const facts = factsOf(state, call)
  if (step.kind === 'open') return beforeOpening(meeting, rules, facts)
  if (step.kind === 'close') return beforeClosing(meeting, rules, agenda, facts, now)
  return beforeItem(meeting, rules, step.item, facts, call.atSites)
}

/** Null when the meeting is neither to be opened nor open. @param now ISO 8601, the server's clock */
export function nextStep(state: Everyone, call: RollCall, now: string): PlannedStep | null {
  const { meeting, agenda } = state
  if (meeting.status !== 'announced' && meeting.status !== 'open') return null
  const item = nextItem(agenda)
  const step: Step =
    meeting.status === 'announced' ? { kind: 'open' } : item ? { kind: 'start', item } : { kind: 'close' }
  const findings = findingsBefore(step, state, call, now)
  return { step, findings, blocked: findings.some(({ blocks }) => blocks) }
}

/** What to ask about before closing, whenever that is. @param now ISO 8601, the server's clock */
export const closingFindings = (state: Everyone, call: RollCall, now: string): Finding[] =>
  findingsBefore({ kind: 'close' }, state, call, now)

/** Whether the chair could go to this item now. */
export const mayStart = ({ meeting }: Everyone, call: RollCall, item: AgendaItem): boolean =>
  mayRunNow(item, rulesOf(meeting), meeting.plan?.form ?? 'online', call.atSites)
