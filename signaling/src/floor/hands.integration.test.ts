// Hands go up and down, for oneself and for those at a site, and stand in the order of their numbers unless the chair changes it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareCommand } from '../log/prepareCommand.ts'
import { floorOf, gather, OPERATOR } from '../testing/floor.ts'
import { asMember } from '../testing/log.ts'
import { openTestMeetings, type TestMeeting, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const gathered = () => gather(meetings)
const events = async (meeting: TestMeeting) => (await meetings.log.entries(meeting.id)).length

describe('raising', () => {
  test('in the order in which they came; a second time changes nothing', async () => {
    const { meeting, floor } = await gathered()
    for (const who of ['dv05', 'dv04', 'dv06']) expect((await floor.raise(who)).heard).toBe('ok')
    const before = await events(meeting)
    expect((await floor.raise('dv05')).heard).toBe('ok')
    expect(await events(meeting)).toBe(before)
    expect(await floor.queue()).toEqual(['dv05', 'dv04', 'dv06'])
  })

  test('a double click is one hand', async () => {
    const { floor } = await gathered()
    const both = await Promise.all([floor.raise('dv04'), floor.raise('dv04')])
    expect(both.map(({ heard }) => heard)).toEqual(['ok', 'ok'])
    expect(await floor.queue()).toEqual(['dv04'])
  })

  test('only of an open meeting', async () => {
    const early = await meetings.announced()
    await early.give('dv04', 'attendance.enter')
    expect((await floorOf(early).raise('dv04')).heard).toBe('MEETING_NOT_OPEN')
    const { meeting, floor } = await gathered()
    await meeting.give('dv01', 'meeting.close')
    expect((await floor.raise('dv04')).heard).toBe('MEETING_CLOSED')
  })

  test('only who is there', async () => {
    const { floor } = await gathered()
    expect((await floor.raise('dv07')).heard).toBe('FLOOR_NOT_PRESENT')
    expect((await floor.raise(OPERATOR, 'dv07')).heard).toBe('FLOOR_NOT_YOURS')
    expect((await floor.raise('dv01', 'dv07')).heard).toBe('FLOOR_NOT_PRESENT')
    expect((await floor.raise('dv01', 'db01')).heard).toBe('FLOOR_NOT_PRESENT')
  })

  test('for somebody at the site: whoever runs it, the chair, the minutes secretary; also the own phone beside it', async () => {
    const { meeting, floor } = await gathered()
    expect((await floor.raise(OPERATOR, 'dv10')).heard).toBe('ok')
    expect((await floor.raise(OPERATOR, 'dv04')).heard).toBe('FLOOR_NOT_YOURS')
    expect((await floor.raise('dv05', 'dv10')).heard).toBe('FLOOR_NOT_YOURS')
    expect((await floor.raise('dv11')).heard).toBe('ok')
    expect((await floor.raise('dv01', 'dv04')).heard).toBe('ok')
    await meeting.give('dv01', 'meeting.nameMinutesSecretary', { memberId: member('dv05') })
    expect((await floor.raise('dv05', 'dv06')).heard).toBe('ok')
    expect(await floor.queue()).toEqual(['dv10', 'dv11', 'dv04', 'dv06'])
    const { hands } = await floor.state()
    expect(hands.map(({ raisedBy }) => raisedBy)).toEqual([member(OPERATOR), null, member('dv01'), member('dv05')])
  })

  test('an id that is another’s hand already is refused', async () => {
    const { floor } = await gathered()
    const { handId } = await floor.raise('dv04')
    expect((await floor.raise('dv05', 'dv05', handId)).heard).toBe('COMMAND_ID_REUSED')
  })

  test('when the wish came too late it is refused, not kept', async () => {
    const { meeting, floor } = await gathered()
    await meetings.clock.shift(60)
    const late = { handId: randomUUID(), memberId: member('dv04') }
    const { pipeline, registry } = meetings.log.nodes[0]
    const validUntil = new Date().toISOString()
    const wish = { id: randomUUID(), type: 'floor.raiseHand', streamId: meeting.id, payload: late, validUntil }
    const given = pipeline.submit(prepareCommand(registry, asMember(member('dv04')), wish))
    await expect(given).rejects.toMatchObject({ code: 'COMMAND_EXPIRED' })
    await meetings.clock.shift(0)
    expect(await floor.queue()).toEqual([])
  })
})

describe('lowering', () => {
  test('by its owner, by whoever raised it or runs the site, by the chair; by nobody else', async () => {
    const { meeting, floor } = await gathered()
    const lower = (by: string, handId: string) => meeting.give(by, 'floor.lowerHand', { handId })
    const reasonOf = async () => (await meetings.log.entries(meeting.id)).at(-1) as { payload?: unknown }
    const own = await floor.raise('dv04')
    expect(await lower('dv05', own.handId)).toBe('FLOOR_NOT_YOURS')
    expect(await lower(OPERATOR, own.handId)).toBe('FLOOR_NOT_YOURS')
    expect(await lower('dv04', own.handId)).toBe('ok')
    expect(await reasonOf()).toMatchObject({ payload: { reason: 'own' } })
    const forAnother = await floor.raise(OPERATOR, 'dv10')
    expect(await lower(OPERATOR, forAnother.handId)).toBe('ok')
    expect(await reasonOf()).toMatchObject({ payload: { reason: 'own' } })
    const ownAtSite = await floor.raise('dv10')
    expect(await lower(OPERATOR, ownAtSite.handId)).toBe('ok')
    const passedOver = await floor.raise('dv05')
    expect(await lower('dv01', passedOver.handId)).toBe('ok')
    expect(await reasonOf()).toMatchObject({ payload: { reason: 'chair' } })
    expect(await floor.queue()).toEqual([])
  })

  test('twice is once', async () => {
    const { meeting, floor } = await gathered()
    const { handId } = await floor.raise('dv04')
    const before = await events(meeting)
    const lower = () => meeting.give('dv04', 'floor.lowerHand', { handId })
    expect(await Promise.all([lower(), lower()])).toEqual(['ok', 'ok'])
    expect(await events(meeting)).toBe(before + 1)
  })

  test('against being called: either way nobody waits who speaks, and the log says which came first', async () => {
    const { meeting, floor } = await gathered()
    const { handId } = await floor.raise('dv04')
    const [lowered, granted] = await Promise.all([
      meeting.give('dv04', 'floor.lowerHand', { handId }),
      floor.grant('dv04'),
    ])
    expect([lowered, granted.heard]).toEqual(['ok', 'ok'])
    expect([await floor.queue(), await floor.speaker()]).toEqual([[], 'dv04'])
    const types = (await meetings.log.entries(meeting.id)).flatMap((entry) => ('type' in entry ? entry.type : []))
    expect(types.slice(-2)).toEqual(['floor.handLowered', 'floor.granted'])
  })

  test('against being called, called first: the hand has gone with it', async () => {
    const { meeting, floor } = await gathered()
    const { handId } = await floor.raise('dv04')
    const before = await events(meeting)
    const [granted, lowered] = await Promise.all([
      floor.grant('dv04'),
      meeting.give('dv04', 'floor.lowerHand', { handId }),
    ])
    expect([granted.heard, lowered]).toEqual(['ok', 'ok'])
    expect(await events(meeting)).toBe(before + 1)
    expect(await floor.speaker()).toBe('dv04')
  })
})

describe('the chair’s order', () => {
  async function three() {
    const { meeting, floor } = await gathered()
    const hands = [await floor.raise('dv04'), await floor.raise('dv05'), await floor.raise('dv06')]
    const [a = '', b = '', c = ''] = hands.map(({ handId }) => handId)
    const move = (handId: string, before: string | null, by = 'dv01') =>
      meeting.give(by, 'floor.moveHand', { handId, before })
    return { meeting, floor, a, b, c, move }
  }

  test('before another, to the end', async () => {
    const { floor, a, c, move } = await three()
    expect(await move(c, a)).toBe('ok')
    expect(await floor.queue()).toEqual(['dv06', 'dv04', 'dv05'])
    expect(await move(a, null)).toBe('ok')
    expect(await floor.queue()).toEqual(['dv06', 'dv05', 'dv04'])
  })

  test('where it stands already nothing happens; before one that has gone it goes to the end', async () => {
    const { meeting, floor, a, b, c, move } = await three()
    const before = await events(meeting)
    for (const [hand, place] of [
      [a, b],
      [c, null],
      [c, randomUUID()],
      [b, b],
    ] as const)
      expect(await move(hand, place)).toBe('ok')
    expect(await events(meeting)).toBe(before)
    await meeting.give('dv05', 'floor.lowerHand', { handId: b })
    expect(await move(a, b)).toBe('ok')
    expect(await floor.queue()).toEqual(['dv06', 'dv04'])
  })

  test('only by the chair, only of hands that are up', async () => {
    const { a, c, move } = await three()
    expect(await move(c, a, 'dv06')).toBe('MEETING_NOT_CHAIR')
    expect(await move(randomUUID(), a)).toBe('FLOOR_HAND_UNKNOWN')
  })
})

test('a hand stays up while its owner only changes places, and goes with them', async () => {
  const { meeting, siteId, floor } = await gathered()
  await floor.raise('dv04')
  const atSite = { siteId, memberIds: [member('dv04')] }
  await meeting.give(OPERATOR, 'attendance.checkInAtSite', atSite)
  expect(await floor.queue()).toEqual(['dv04'])
  await meeting.give('dv04', 'attendance.leave')
  expect(await floor.queue()).toEqual(['dv04'])
  await meeting.give(OPERATOR, 'attendance.checkOutAtSite', atSite)
  expect(await floor.queue()).toEqual([])
})

test('after a closing that was taken back no hand is up', async () => {
  const { meeting, floor } = await gathered()
  await floor.raise('dv04')
  await meeting.give('dv01', 'meeting.close')
  await meeting.give('dv01', 'meeting.reopen')
  expect(await floor.queue()).toEqual([])
})
