// Plans of meetings for tests: the sample's, beginning now.
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import type { SampleMeeting } from '../demo/sampleMeeting.ts'

const DAY_MS = 86_400_000

/** The sample's plan as of now, or with something else in it. */
export function planFor({ plan }: Pick<SampleMeeting, 'plan'>, more: Partial<MeetingPlan> = {}): MeetingPlan {
  const now = Date.now()
  return {
    ...plan,
    month: '2026-11',
    plannedStart: new Date(now).toISOString(),
    plannedEnd: new Date(now + 6_000_000).toISOString(),
    documentsPostedAt: new Date(now - 2 * DAY_MS).toISOString(),
    ...more,
  }
}
