// The chair gives the floor to one after the other; whatever happens at once, one has it, and the record says from when to when.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownCommand } from '../log/ownCommand.ts'
import { floorOf, gather, OPERATOR } from '../testing/floor.ts'
import { openTestMeetings, type TestMeeting, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const gathered = () => gather(meetings)
const events = async (meeting: TestMeeting) => (await meetings.log.entries(meeting.id)).length
const rows = (meeting: TestMeeting) =>
  meetings.log.nodes[0].database.speech.findMany({ where: { meetingId: meeting.id }, orderBy: { startedAt: 'asc' } })

describe('giving the floor', () => {
  test('takes the hand down, ends the speech before, says where and on what', async () => {
    const { meeting, siteId, floor } = await gathered()
    const itemId = meeting.plan.agenda[1]?.itemId ?? ''
    await meeting.give('dv01', 'agenda.start', { itemId })
    await floor.raise('dv04')
    expect((await floor.grant('dv04', 180)).heard).toBe('ok')
    expect([await floor.queue(), await floor.speaker()]).toEqual([[], 'dv04'])
    expect((await floor.grant('dv10')).heard).toBe('ok')
    const { speeches } = await floor.state()
    expect(speeches).toMatchObject([
      { memberId: member('dv04'), siteId: null, itemId, limitSeconds: 180, reason: 'next', way: 'granted' },
      { memberId: member('dv10'), siteId, itemId, limitSeconds: null, endedAt: null },
    ])
    expect(speeches[0]?.endedAt).toBe(speeches[1]?.startedAt)
  })

  test('only of an open meeting, by the chair, to who is there and may be', async () => {
    const early = await meetings.announced()
    await early.give('dv04', 'attendance.enter')
    expect((await floorOf(early).grant('dv04')).heard).toBe('MEETING_NOT_OPEN')
    const { meeting, floor } = await gathered()
    const grant = { speechId: randomUUID(), memberId: member('dv04'), limitSeconds: null }
    expect(await meeting.give('dv04', 'floor.grant', grant)).toBe('MEETING_NOT_CHAIR')
    expect((await floor.grant('dv07')).heard).toBe('FLOOR_NOT_PRESENT')
    expect(await meeting.give('dv01', 'floor.grant', { ...grant, memberId: randomUUID() })).toBe(
      'ATTENDANCE_NOT_ON_ROLL',
    )
    await meeting.give('dv01', 'meeting.close')
    expect((await floor.grant('dv04')).heard).toBe('MEETING_CLOSED')
  })

  test('to the one who has it changes nothing but the limit', async () => {
    const { meeting, floor } = await gathered()
    const first = await floor.grant('dv04', 180)
    const before = await events(meeting)
    expect((await floor.grant('dv04', 180)).heard).toBe('ok')
    expect(await events(meeting)).toBe(before)
    expect((await floor.grant('dv04', 300)).heard).toBe('ok')
    expect((await floor.state()).speeches).toMatchObject([{ speechId: first.speechId, limitSeconds: 300 }])
  })

  test('two at once: the later number has it, the other spoke for no time', async () => {
    const { meeting, floor } = await gathered()
    const both = await Promise.all([floor.grant('dv04'), floor.grant('dv05')])
    expect(both.map(({ heard }) => heard)).toEqual(['ok', 'ok'])
    const { speeches } = await floor.state()
    expect(speeches.filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
    expect(speeches).toMatchObject([{ reason: 'next' }, { endedAt: null }])
    expect(await floor.speaker()).toBe(speeches[1]?.memberId === member('dv05') ? 'dv05' : 'dv04')
    expect(await rows(meeting)).toHaveLength(2)
  })

  test('a speech’s id is used once', async () => {
    const { meeting, floor } = await gathered()
    const { speechId } = await floor.grant('dv04')
    const again = { speechId, memberId: member('dv05'), limitSeconds: null }
    expect(await meeting.give('dv01', 'floor.grant', again)).toBe('COMMAND_ID_REUSED')
    expect(await floor.speaker()).toBe('dv04')
  })

  test('a hand raised in the moment of being called does not stay up', async () => {
    const { floor } = await gathered()
    await Promise.all([floor.grant('dv04'), floor.raise('dv04')])
    expect([await floor.queue(), await floor.speaker()]).toEqual([[], 'dv04'])
  })
})

describe('ending', () => {
  test('by the speaker, by whoever runs their site, by the chair; by nobody else', async () => {
    const { floor } = await gathered()
    const own = await floor.grant('dv04')
    expect(await floor.end('dv05', own.speechId)).toBe('FLOOR_NOT_YOURS')
    expect(await floor.end(OPERATOR, own.speechId)).toBe('FLOOR_NOT_YOURS')
    expect(await floor.end('dv04', own.speechId)).toBe('ok')
    const atSite = await floor.grant('dv10')
    expect(await floor.end(OPERATOR, atSite.speechId)).toBe('ok')
    const long = await floor.grant('dv05')
    expect(await floor.end('dv01', long.speechId)).toBe('ok')
    expect((await floor.state()).speeches.map(({ reason }) => reason)).toEqual(['own', 'own', 'chair'])
    expect(await floor.end('dv01', randomUUID())).toBe('FLOOR_SPEECH_UNKNOWN')
  })

  test('speaker and chair at once, or twice: once', async () => {
    const { meeting, floor } = await gathered()
    const { speechId } = await floor.grant('dv04')
    const before = await events(meeting)
    const all = [floor.end('dv04', speechId), floor.end('dv01', speechId), floor.end('dv04', speechId)]
    expect(await Promise.all(all)).toEqual(['ok', 'ok', 'ok'])
    expect(await events(meeting)).toBe(before + 1)
  })

  test('of a speech that the next one has ended leaves the next one alone', async () => {
    const { floor } = await gathered()
    const first = await floor.grant('dv04')
    await floor.grant('dv05')
    expect(await floor.end('dv04', first.speechId)).toBe('ok')
    expect(await floor.speaker()).toBe('dv05')
  })

  test('leaving ends it, being ticked at the site does not; so does the closing', async () => {
    const { meeting, siteId, floor } = await gathered()
    await floor.grant('dv04')
    await meeting.give(OPERATOR, 'attendance.checkInAtSite', { siteId, memberIds: [member('dv04')] })
    expect(await floor.speaker()).toBe('dv04')
    await meeting.give(OPERATOR, 'attendance.checkOutAtSite', { siteId, memberIds: [member('dv04')] })
    expect(await floor.speaker()).toBe('dv04')
    await meeting.give('dv04', 'attendance.leave')
    expect(await floor.speaker()).toBe(null)
    await floor.grant('dv05')
    await meeting.give('dv01', 'meeting.close')
    const { speeches } = await floor.state()
    expect(speeches.map(({ reason }) => reason)).toEqual(['left', 'closed'])
    expect((await rows(meeting)).map(({ endReason, seconds }) => [endReason, seconds !== null])).toEqual([
      ['left', true],
      ['closed', true],
    ])
  })
})

test('the limit is changed while it is on, by the chair', async () => {
  const { meeting, floor } = await gathered()
  const { speechId } = await floor.grant('dv04', 60)
  const change = (by: string, limitSeconds: number | null, of = speechId) =>
    meeting.give(by, 'floor.changeLimit', { speechId: of, limitSeconds })
  expect(await change('dv04', 600)).toBe('MEETING_NOT_CHAIR')
  expect(await change('dv01', 120)).toBe('ok')
  const before = await events(meeting)
  expect(await change('dv01', 120)).toBe('ok')
  expect(await events(meeting)).toBe(before)
  expect(await change('dv01', null)).toBe('ok')
  expect((await floor.state()).speeches).toMatchObject([{ limitSeconds: null }])
  expect(await change('dv01', 60, randomUUID())).toBe('FLOOR_SPEECH_UNKNOWN')
  await floor.end('dv04', speechId)
  expect(await change('dv01', 60)).toBe('FLOOR_SPEECH_UNKNOWN')
})

test('how long everybody spoke stands in the table', async () => {
  const { meeting, floor } = await gathered()
  const { speechId } = await floor.grant('dv04')
  await meetings.clock.shift(95)
  await floor.end('dv04', speechId)
  expect(await rows(meeting)).toMatchObject([
    { memberId: member('dv04'), way: 'granted', endReason: 'own', seconds: 95 },
  ])
  await meetings.clock.shift(0)
})

describe('a speech heard without having been given the floor', () => {
  const at = (ms: number) => new Date(ms).toISOString()
  async function noted() {
    const { meeting, siteId, floor } = await gathered()
    const openedAt = Date.parse((await meeting.state()).meeting.openedAt ?? '')
    const [one, other] = meetings.log.nodes
    const record = (from: number, to: number, more: object = {}, node = one) =>
      node.pipeline.submit(
        ownCommand('floor.recordSpeech', meeting.id, {
          speechId: randomUUID(),
          memberId: member('dv01'),
          siteId: null,
          itemId: null,
          startedAt: at(openedAt + from),
          endedAt: at(openedAt + to),
          ...more,
        }),
      )
    const spans = async () =>
      (await floor.state()).speeches.map(({ startedAt, endedAt }) => [
        Date.parse(startedAt) - openedAt,
        Date.parse(endedAt ?? '') - openedAt,
      ])
    await meetings.clock.shift(3600)
    return { meeting, siteId, floor, record, spans, other }
  }

  test('is written once, by whichever node comes first; two nodes that heard parts of it do not overlap', async () => {
    const { meeting, record, spans, other } = await noted()
    const speechId = randomUUID()
    await record(10_000, 40_000, { speechId })
    await record(10_000, 40_000, { speechId }, other)
    await record(11_000, 39_000, {}, other)
    await record(30_000, 60_000, {}, other)
    await record(5_000, 15_000)
    expect(await spans()).toEqual([
      [10_000, 40_000],
      [40_000, 60_000],
      [5_000, 10_000],
    ])
    expect(await rows(meeting)).toMatchObject([{ seconds: 5 }, { seconds: 30, way: 'heard' }, { seconds: 20 }])
    await meetings.clock.shift(0)
  })

  test('lies within the meeting, also when it is written after the closing', async () => {
    const { meeting, siteId, floor, record } = await noted()
    await record(-20_000, 6_000)
    await record(-20_000, -10_000)
    await meeting.give('dv01', 'meeting.close')
    await record(3_590_000, 3_700_000, { memberId: null, siteId })
    const { meeting: state } = await meeting.state()
    const { speeches } = await floor.state()
    expect(speeches).toMatchObject([
      { startedAt: state.openedAt, memberId: member('dv01') },
      { endedAt: state.closedAt, memberId: null, siteId, way: 'heard', reason: 'own' },
    ])
    await meetings.clock.shift(0)
  })

  test('of a meeting that was never open there is none', async () => {
    const early = await meetings.announced()
    const payload = { speechId: randomUUID(), memberId: member('dv01'), siteId: null, itemId: null }
    const times = { startedAt: at(Date.now() - 9000), endedAt: at(Date.now()) }
    const given = meetings.log.nodes[0].pipeline.submit(
      ownCommand('floor.recordSpeech', early.id, { ...payload, ...times }),
    )
    await expect(given).rejects.toMatchObject({ code: 'MEETING_NOT_OPEN' })
  })
})
