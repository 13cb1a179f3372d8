// What tests of the floor do over and over: hands up, the floor given, by the file's own ids.
import { randomUUID } from 'node:crypto'
import type { Heard, TestMeeting, TestMeetings } from './meetings.ts'
import { member } from './signaling.ts'

export interface TestFloor {
  /** The hand's id, whatever was answered. */
  raise: (by: string, of?: string, handId?: string) => Promise<{ heard: Heard; handId: string }>
  grant: (to: string, limitSeconds?: number | null) => Promise<{ heard: Heard; speechId: string }>
  end: (by: string, speechId: string) => Promise<Heard>
  /** Whose hands are up, in their order. */
  queue: () => Promise<string[]>
  /** Who has the floor. */
  speaker: () => Promise<string | null>
  state: () => Promise<Awaited<ReturnType<TestMeeting['state']>>['floor']>
}

const known = Array.from({ length: 25 }, (_, index) => `dv${String(index + 1).padStart(2, '0')}`)
const nameOf = (memberId: string): string => [...known, 'db01'].find((who) => member(who) === memberId) ?? memberId

export const OPERATOR = 'dv15'

/** Open, chaired by dv01; dv04 to dv06 are there over devices, dv10 and dv11 at the site, which `OPERATOR` runs from outside. */
export async function gather(meetings: TestMeetings) {
  const [site] = meetings.planWith({}).sites
  const siteId = site?.siteId ?? ''
  const sites = [{ siteId, name: site?.name ?? '', operatorId: member(OPERATOR) }]
  const meeting = await meetings.opened({ minutesSecretaryId: null, sites })
  for (const who of ['dv01', 'dv04', 'dv05', 'dv06']) await meeting.give(who, 'attendance.enter')
  await meeting.give(OPERATOR, 'attendance.checkInAtSite', { siteId, memberIds: [member('dv10'), member('dv11')] })
  return { meeting, siteId, floor: floorOf(meeting) }
}

export function floorOf(meeting: TestMeeting): TestFloor {
  const state = async () => (await meeting.state()).floor
  return {
    raise: async (by, of = by, handId = randomUUID()) => ({
      heard: await meeting.give(by, 'floor.raiseHand', { handId, memberId: member(of) }),
      handId,
    }),
    grant: async (to, limitSeconds = null) => {
      const speechId = randomUUID()
      return {
        heard: await meeting.give('dv01', 'floor.grant', { speechId, memberId: member(to), limitSeconds }),
        speechId,
      }
    },
    end: (by, speechId) => meeting.give(by, 'floor.end', { speechId }),
    queue: async () => (await state()).hands.map(({ memberId }) => nameOf(memberId)),
    speaker: async () => {
      const current = (await state()).speeches.find(({ endedAt }) => endedAt === null)
      return current?.memberId ? nameOf(current.memberId) : null
    },
    state,
  }
}
