// The chair is handed over to somebody there, or taken when it has been empty for the time that the rules say; half a minute here.
import { randomUUID } from 'node:crypto'
import { isReadable } from '@hoi-truong/shared/log'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SERVER } from '../log/commandDefinition.ts'
import { openTestMeetings, type TestMeeting, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
beforeEach(() => meetings.clock.shift(0))
afterAll(() => meetings.stop())

async function openedWith(...present: string[]): Promise<TestMeeting> {
  const meeting = await meetings.opened()
  for (const who of present) expect(await meeting.give(who, 'attendance.enter')).toBe('ok')
  return meeting
}
const chairOf = async (meeting: TestMeeting) => (await meeting.state()).meeting.chairId
const handOver = (meeting: TestMeeting, from: string, to: string) =>
  meeting.give(from, 'meeting.handOverChair', { memberId: member(to) })

describe('handing over the chair', () => {
  test('goes to an official member who is there', async () => {
    const meeting = await openedWith('dv01', 'dv05', 'dv24')
    expect(await handOver(meeting, 'dv01', 'dv06')).toBe('MEETING_OFFICER_ABSENT')
    expect(await handOver(meeting, 'dv01', 'dv24')).toBe('MEETING_PERSON_NOT_ON_ROLL')
    expect(await handOver(meeting, 'dv01', 'db01')).toBe('MEETING_PERSON_NOT_ON_ROLL')
    expect(await handOver(meeting, 'dv01', 'dv05')).toBe('ok')
    expect(await chairOf(meeting)).toBe(member('dv05'))
  })

  test('gives the whole of it away', async () => {
    const meeting = await openedWith('dv01', 'dv05')
    await handOver(meeting, 'dv01', 'dv05')
    expect(await meeting.give('dv01', 'meeting.close')).toBe('MEETING_NOT_CHAIR')
    expect(await handOver(meeting, 'dv01', 'dv01')).toBe('MEETING_NOT_CHAIR')
    expect(await meeting.give('dv05', 'meeting.close')).toBe('ok')
  })

  test('to oneself changes nothing', async () => {
    const meeting = await openedWith('dv01')
    const before = (await meetings.log.entries(meeting.id)).length
    expect(await handOver(meeting, 'dv01', 'dv01')).toBe('ok')
    expect(await meetings.log.entries(meeting.id)).toHaveLength(before)
  })

  test('reaches somebody at a site who has a device to lead by', async () => {
    const meeting = await openedWith('dv01')
    const siteId = meeting.plan.sites[0]?.siteId
    expect(await meeting.give('dv14', 'attendance.checkInAtSite', { siteId, memberIds: [member('dv07')] })).toBe('ok')
    expect(await handOver(meeting, 'dv01', 'dv07')).toBe('MEETING_OFFICER_ABSENT')
    expect(await meeting.give('dv07', 'attendance.enter')).toBe('ok')
    expect(await handOver(meeting, 'dv01', 'dv07')).toBe('ok')
  })
})

describe('taking the chair', () => {
  test('waits anew after an outage of ours', async () => {
    const meeting = await openedWith('dv01', 'dv02')
    const { database } = meetings.log.nodes[0]
    await meetings.clock.shift(60)
    await database.$executeRaw`update presence_service set running_since = log_clock()`
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('MEETING_CHAIR_PRESENT')
    await meetings.clock.shift(95)
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('ok')
    await database.$executeRaw`update presence_service set running_since = log_clock() - interval '1 day'`
  })

  test('is open at once when the chair may no longer lead, connected or not', async () => {
    const meeting = await openedWith('dv01', 'dv02')
    const give = (type: string, payload: object) =>
      meetings.log.nodes[0].give(SERVER, type, meetings.log.sample.branchId, payload)
    const suspended = { memberId: member('dv01'), kind: 'suspended', from: '2026-01-01' }
    const decision = { number: '04-QĐ/UBKT', date: '2026-01-01' }
    await give('member.setStanding', { ...suspended, decision, to: null })
    try {
      expect(await meeting.give('dv14', 'meeting.updateRoll')).toBe('ok')
      expect(await meeting.give('dv01', 'meeting.close')).toBe('MEETING_NOT_CHAIR')
      expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('ok')
    } finally {
      await give('member.endStanding', { ...suspended, to: '2026-01-02' })
    }
  })

  test('is refused while the chair is there, and to whoever is not there', async () => {
    const meeting = await openedWith('dv01', 'dv02')
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('MEETING_CHAIR_PRESENT')
    await meeting.give('dv02', 'attendance.leave')
    await meetings.clock.shift(60)
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('MEETING_OFFICER_ABSENT')
    expect(await chairOf(meeting)).toBe(member('dv01'))
  })

  test('waits for half a minute after the chair has left', async () => {
    const meeting = await openedWith('dv01', 'dv02')
    await meetings.clock.shift(100)
    await meeting.give('dv01', 'attendance.leave')
    await meetings.clock.shift(128)
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('MEETING_CHAIR_PRESENT')
    await meetings.clock.shift(131)
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('ok')
    expect(await chairOf(meeting)).toBe(member('dv02'))
    const last = (await meetings.log.entries(meeting.id)).at(-1)
    expect(last && isReadable(last) ? [last.type, last.payload, last.actorId] : null).toEqual([
      'meeting.chairChanged',
      { memberId: member('dv02'), taken: true },
      member('dv02'),
    ])
  })

  test('waits as long for a chair whose line has fallen silent', async () => {
    const meeting = await openedWith('dv01', 'dv02')
    await meetings.clock.shift(28)
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('MEETING_CHAIR_PRESENT')
    await meetings.clock.shift(31)
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('ok')
  })

  test('waits from the planned beginning for a chair who never came', async () => {
    const meeting = await meetings.announced()
    expect(await meeting.give('dv02', 'attendance.enter')).toBe('ok')
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('MEETING_CHAIR_PRESENT')
    await meetings.clock.shift(31)
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('ok')
    expect(await meeting.give('dv02', 'meeting.open')).toBe('ok')
  })

  test('is the right of the stand-in, not of a member or a committee member', async () => {
    const meeting = await meetings.announced({ standInId: member('dv06') })
    for (const who of ['dv03', 'dv05', 'dv06']) await meeting.give(who, 'attendance.enter')
    await meetings.clock.shift(31)
    expect(await meeting.give('dv05', 'meeting.takeChair')).toBe('FORBIDDEN')
    expect(await meeting.give('dv03', 'meeting.takeChair')).toBe('FORBIDDEN')
    expect(await meeting.give('dv06', 'meeting.takeChair')).toBe('ok')
  })

  test('the branch secretary who comes back takes it again only from an empty chair', async () => {
    const meeting = await openedWith('dv01', 'dv02')
    await meetings.clock.shift(31)
    await meeting.give('dv02', 'meeting.takeChair')
    await meeting.give('dv02', 'attendance.enter')
    expect(await meeting.give('dv01', 'meeting.takeChair')).toBe('MEETING_CHAIR_PRESENT')
    expect(await handOver(meeting, 'dv02', 'dv01')).toBe('ok')
    expect(await meeting.give('dv01', 'meeting.close')).toBe('ok')
    expect(await meeting.give('dv02', 'meeting.takeChair')).toBe('MEETING_CLOSED')
  })
})

describe('naming the minutes secretary', () => {
  const name = (meeting: TestMeeting, memberId: string | null) =>
    meeting.give('dv01', 'meeting.nameMinutesSecretary', { memberId })

  test('somebody on the list, absent or probationary, or nobody', async () => {
    const meeting = await meetings.announced()
    expect(await name(meeting, member('dv24'))).toBe('ok')
    expect((await meeting.state()).meeting.minutesSecretaryId).toBe(member('dv24'))
    expect(await name(meeting, null)).toBe('ok')
    expect((await meeting.state()).meeting.minutesSecretaryId).toBeNull()
  })

  test('no stranger, and nobody who follows from above', async () => {
    const meeting = await meetings.announced()
    expect(await name(meeting, randomUUID())).toBe('MEETING_PERSON_NOT_ON_ROLL')
    expect(await name(meeting, member('db01'))).toBe('MEETING_PERSON_NOT_ON_ROLL')
  })

  test('the one who was named before loses what goes with it', async () => {
    const meeting = await openedWith('dv01')
    const correction = { memberId: member('dv04'), presence: null, reason: 'Chưa đến' }
    expect(await meeting.give('dv14', 'attendance.correct', correction)).toBe('ok')
    await name(meeting, member('dv05'))
    expect(await meeting.give('dv14', 'attendance.correct', correction)).toBe('FORBIDDEN')
    expect(await meeting.give('dv05', 'attendance.correct', correction)).toBe('ok')
  })
})
