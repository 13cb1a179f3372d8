// Meetings of the demo branch on the bare log, step by step: who gives which command, and what they hear.
import { randomUUID } from 'node:crypto'
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import { type TestClock, takeClock } from '../../../scripts/testing/clock.ts'
import type { StateOfKind } from '../log/commandDefinition.ts'
import { prepareCommand } from '../log/prepareCommand.ts'
import { asMeeting } from '../log/streamCache.ts'
import { asMember, openTestLog, type TestLog } from './log.ts'
import { planFor } from './plans.ts'
import { member } from './signaling.ts'

export type Heard = ErrorCode | 'ok'
type Give = (who: string, type: string, payload?: unknown) => Promise<Heard>

export interface TestMeeting {
  id: string
  plan: MeetingPlan
  /** By the file's own ids, each with one connection: `give('dv01', 'meeting.open')`. */
  give: Give
  state: () => Promise<StateOfKind['meeting']['everyone']>
}

export interface TestMeetings {
  log: TestLog
  clock: TestClock
  planWith: (more: Partial<MeetingPlan>) => MeetingPlan
  /** Nothing was given yet: the first is `meeting.draft`. */
  begin: (more?: Partial<MeetingPlan>) => TestMeeting
  /** As far as that, by dv01, who chairs. */
  drafted: (more?: Partial<MeetingPlan>) => Promise<TestMeeting>
  announced: (more?: Partial<MeetingPlan>) => Promise<TestMeeting>
  opened: (more?: Partial<MeetingPlan>) => Promise<TestMeeting>
  stop: () => Promise<void>
}

export async function openTestMeetings(): Promise<TestMeetings> {
  const log = await openTestLog()
  const clock = await takeClock(log.ownerUrl)
  const { registry, pipeline, cache, database } = log.nodes[0]
  const planWith = (more: Partial<MeetingPlan>) => planFor(log.sample, more)

  const begin = (more: Partial<MeetingPlan> = {}): TestMeeting => {
    const id = randomUUID()
    return {
      id,
      plan: planWith(more),
      give: async (who, type, payload = {}) => {
        const actor = asMember(member(who), `${who} ${id}`)
        const wish = { id: randomUUID(), type, streamId: id, payload, validUntil: clock.soon() }
        try {
          await pipeline.submit(prepareCommand(registry, actor, wish))
          return 'ok'
        } catch (error) {
          if (error instanceof AppError) return error.code
          throw error
        }
      },
      state: async () => asMeeting(await cache.read(database, id)).state.everyone,
    }
  }
  /** Each step must go well, or the test would look at something else. */
  const brought = async (meeting: TestMeeting, ...steps: [type: string, payload: unknown][]): Promise<TestMeeting> => {
    for (const [type, payload] of steps) {
      const heard = await meeting.give('dv01', type, payload)
      if (heard !== 'ok') throw new Error(`${type}: ${heard}`)
    }
    return meeting
  }
  const announce: [string, unknown] = ['meeting.announce', { basedOn: 1 }]
  const drafting = (more: Partial<MeetingPlan> = {}) => {
    const meeting = begin(more)
    return [meeting, ['meeting.draft', meeting.plan]] as [TestMeeting, [string, unknown]]
  }
  return {
    log,
    clock,
    planWith,
    begin,
    drafted: (more) => brought(...drafting(more)),
    announced: (more) => brought(...drafting(more), announce),
    opened: (more) => brought(...drafting(more), announce, ['meeting.open', {}]),
    stop: async () => {
      await clock.stop()
      await log.stop()
    },
  }
}
