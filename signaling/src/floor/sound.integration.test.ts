// Chaired or open, and microphones switched off: decided by the chair, for those whose devices are in the room.
import { silencedSeq } from '@hoi-truong/shared/floor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVER } from '../log/commandDefinition.ts'
import { gather, OPERATOR } from '../testing/floor.ts'
import { openTestMeetings, type TestMeeting, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const events = async (meeting: TestMeeting) => (await meetings.log.entries(meeting.id)).length
const silence = (meeting: TestMeeting, ...who: string[]) =>
  meeting.give('dv01', 'floor.silence', { memberIds: who.length === 0 ? null : who.map(member) })
const off = async (meeting: TestMeeting, ...who: string[]) => {
  const { floor } = await meeting.state()
  return who.filter((id) => silencedSeq(floor, member(id)) > 0)
}

describe('the mode', () => {
  test('chaired until the chair opens the floor, and back; the same once more is nothing', async () => {
    const { meeting, floor } = await gather(meetings)
    expect((await floor.state()).mode).toBe('chaired')
    const change = (mode: string, by = 'dv01') => meeting.give(by, 'floor.changeMode', { mode })
    expect(await change('open', 'dv04')).toBe('MEETING_NOT_CHAIR')
    expect(await change('open')).toBe('ok')
    const before = await events(meeting)
    expect(await change('open')).toBe('ok')
    expect(await events(meeting)).toBe(before)
    await floor.raise('dv04')
    expect(await change('chaired')).toBe('ok')
    expect([(await floor.state()).mode, await floor.queue()]).toEqual(['chaired', ['dv04']])
  })

  test('may be settled before the opening, and is kept over a closing that is taken back', async () => {
    const meeting = await meetings.announced()
    expect(await meeting.give('dv01', 'floor.changeMode', { mode: 'open' })).toBe('ok')
    await meeting.give('dv01', 'meeting.open')
    await meeting.give('dv01', 'meeting.close')
    expect(await meeting.give('dv01', 'floor.changeMode', { mode: 'chaired' })).toBe('MEETING_CLOSED')
    await meeting.give('dv01', 'meeting.reopen')
    expect((await meeting.state()).floor.mode).toBe('open')
  })
})

describe('switching off', () => {
  test('all but the chair and whoever has the floor', async () => {
    const { meeting, floor } = await gather(meetings)
    await floor.grant('dv04')
    expect(await silence(meeting)).toBe('ok')
    expect(await off(meeting, 'dv01', 'dv04', 'dv05', 'dv06')).toEqual(['dv05', 'dv06'])
  })

  test('the device that carries a speaker at the site is left out, phones beside it are not', async () => {
    const { meeting, siteId, floor } = await gather(meetings)
    for (const who of [OPERATOR, 'dv10', 'dv11']) await meeting.give(who, 'attendance.enter')
    await meeting.give(OPERATOR, 'attendance.checkInAtSite', { siteId, memberIds: [member(OPERATOR)] })
    await floor.grant('dv10')
    expect(await silence(meeting)).toBe('ok')
    expect(await off(meeting, OPERATOR, 'dv10', 'dv11', 'dv04')).toEqual(['dv11', 'dv04'])
    const last = (await meetings.log.entries(meeting.id)).at(-1)
    const { except } = (last as unknown as { payload: { except: string[] } }).payload
    expect(new Set(except)).toEqual(new Set(['dv01', 'dv10', OPERATOR].map(member)))
  })

  test('one or some, as far as they have a device in the room', async () => {
    const { meeting } = await gather(meetings)
    expect(await silence(meeting, 'dv04', 'dv07')).toBe('ok')
    expect(await off(meeting, 'dv04', 'dv05', 'dv07')).toEqual(['dv04'])
    const before = await events(meeting)
    // At the site without a phone; not there at all.
    expect(await silence(meeting, 'dv10', 'dv07')).toBe('ok')
    expect(await events(meeting)).toBe(before)
    expect(await meeting.give('dv04', 'floor.silence', { memberIds: [member('dv05')] })).toBe('MEETING_NOT_CHAIR')
  })

  test('while people gather, too; not after the closing', async () => {
    const meeting = await meetings.announced()
    await meeting.give('dv04', 'attendance.enter')
    expect(await silence(meeting)).toBe('ok')
    expect(await off(meeting, 'dv01', 'dv04')).toEqual(['dv04'])
    await meeting.give('dv01', 'meeting.open')
    await meeting.give('dv01', 'meeting.close')
    expect(await silence(meeting)).toBe('MEETING_CLOSED')
  })
})

test('who is suspended has no part in it', async () => {
  const { meeting, floor } = await gather(meetings)
  const decision = { number: '1-QĐ/UBKT', date: '2026-01-01' }
  const standing = { kind: 'suspended', memberId: member('dv05'), from: '2026-01-01', to: null, decision }
  await floor.raise('dv05')
  const [node] = meetings.log.nodes
  const { branchId } = meetings.log.sample
  await node.give(SERVER, 'member.setStanding', branchId, standing)
  expect(await meeting.give('dv01', 'meeting.updateRoll')).toBe('ok')
  expect(await floor.queue()).toEqual([])
  expect((await floor.raise('dv05')).heard).toBe('FORBIDDEN')
  expect((await floor.grant('dv05')).heard).toBe('ATTENDANCE_SUSPENDED')
})
