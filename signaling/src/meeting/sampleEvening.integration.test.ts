// The sample meeting through the API: prepared, announced, answered, opened, called and closed by its people over HTTP and sockets, at
// the sample's own times of day; in the end exactly the sample's figures (DOMAIN 8).
import { randomUUID } from 'node:crypto'
import { rollCall } from '@hoi-truong/shared/attendance'
import type { Preparation } from '@hoi-truong/shared/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestClock, takeClock } from '../../../scripts/testing/clock.ts'
import type { StateOfKind } from '../log/commandDefinition.ts'
import {
  command,
  connectMember,
  member,
  signIn,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
  until,
} from '../testing/signaling.ts'

let signaling: TestSignaling
let clock: TestClock

beforeAll(async () => {
  signaling = await startTestSignaling({ ATTENDANCE_GRACE_SECONDS: '300' })
  clock = await takeClock(signaling.testDatabase.ownerUrl)
})
afterAll(async () => {
  await clock.stop()
  await signaling.stop()
})

const at = (day: string, time: string) => Date.parse(`2026-${day}T${time}:00+07:00`)

/** Whoever is in the room is heard at the new time before anything happens in it. */
async function goTo(day: string, time: string): Promise<void> {
  await clock.goTo(`2026-${day}`, time)
  await until(async () => {
    const silent = await signaling.server.database.$queryRaw<unknown[]>`
      select from presence_lease where last_seen < log_clock() - interval '5 seconds'`
    return silent.length === 0
  })
}

async function http<T>(id: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${signaling.server.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${await signIn(signaling.server.url, id)}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const answer = (await response.json()) as T
  if (!response.ok) throw new Error(`${id} ${path}: ${JSON.stringify(answer)}`)
  return answer
}
const post = (id: string, meetingId: string, type: string, payload: object = {}) =>
  http(id, '/commands', { id: randomUUID(), type, streamId: meetingId, payload })

const sockets = new Map<string, TestSocket>()
async function press(id: string, meetingId: string, type: string, payload: object = {}): Promise<void> {
  const socket = sockets.get(id) ?? (await connectMember(signaling.server.url, id))
  sockets.set(id, socket)
  const wish = command(type, meetingId, payload, { validUntil: clock.soon() })
  expect(await socket.emitWithAck('command', wish), `${id} ${type}`).toMatchObject({ ok: true })
}

test('the sample meeting, from its preparation to its figures', { timeout: 60_000 }, async () => {
  const { sample } = signaling
  const meetingId = randomUUID()
  const siteId = sample.plan.sites[0]?.siteId ?? ''

  await goTo('10-30', '20:30')
  const preparation = await http<Preparation>('dv01', `/organizations/${sample.branchId}/preparation?kind=regular`)
  expect(preparation.members).toHaveLength(25)
  expect(preparation.rules).toMatchObject({ lateAfterMinutes: 15, minimumMinutes: { regular: 90 } })
  const plan = {
    ...sample.plan,
    month: '2026-11',
    plannedStart: new Date(at('11-03', '19:30')).toISOString(),
    plannedEnd: new Date(at('11-03', '21:10')).toISOString(),
    documentsPostedAt: null,
  }
  await post('dv01', meetingId, 'meeting.draft', plan)
  const listed = async (id: string) => {
    const { meetings } = await http<{ meetings: { meetingId: string }[] }>(id, '/meetings')
    return meetings.some((meeting) => meeting.meetingId === meetingId)
  }
  expect([await listed('dv02'), await listed('dv04'), await listed('db01')]).toEqual([true, false, false])
  await goTo('10-30', '21:00')
  await post('dv01', meetingId, 'meeting.announce', { basedOn: 1 })
  expect([await listed('dv02'), await listed('dv04'), await listed('db01')]).toEqual([true, true, true])
  await goTo('11-01', '20:00')
  const documentsPostedAt = new Date(at('11-01', '20:00')).toISOString()
  await post('dv02', meetingId, 'meeting.revise', { basedOn: 1, plan: { ...plan, documentsPostedAt } })

  await goTo('11-02', '18:40')
  await post('dv04', meetingId, 'attendance.answer')
  await post('dv18', meetingId, 'attendance.reportAbsence', { reason: 'Điều trị bệnh tại bệnh viện' })
  await post('dv19', meetingId, 'attendance.reportAbsence', { reason: 'Trực ca tại đơn vị' })
  await post('dv03', meetingId, 'attendance.decideAbsence', { memberId: member('dv18'), accepted: true })
  await post('dv02', meetingId, 'attendance.decideAbsence', { memberId: member('dv19'), accepted: true })

  // The minutes secretary runs the site: fifteen are there before half past seven.
  await goTo('11-03', '19:22')
  const early = ['01', '02', '03', '04', '05', '06', '08', '09', '10', '11', '12', '13', '14', '15', '24']
  const idsOf = (numbers: string[]) => numbers.map((number) => member(`dv${number}`))
  await press('dv14', meetingId, 'attendance.checkInAtSite', { siteId, memberIds: idsOf(early) })
  await press('dv01', meetingId, 'attendance.enter')
  await goTo('11-03', '19:27')
  await press('dv25', meetingId, 'attendance.enter')
  await press('dv16', meetingId, 'attendance.enter')
  await goTo('11-03', '19:30')
  await press('dv01', meetingId, 'meeting.open')
  await goTo('11-03', '19:31')
  await press('dv17', meetingId, 'attendance.enter')
  await goTo('11-03', '19:35')
  await press('dv22', meetingId, 'attendance.enter')
  await press('dv01', meetingId, 'attendance.confirmQuorum')
  await goTo('11-03', '19:52')
  await press('dv14', meetingId, 'attendance.checkInAtSite', { siteId, memberIds: idsOf(['07']) })
  for (const [index, { itemId, minutes }] of sample.plan.agenda.entries()) {
    await goTo('11-03', `20:${String(index * 5).padStart(2, '0')}`)
    await press('dv01', meetingId, 'agenda.start', { itemId })
    expect(minutes).toBeGreaterThan(0)
  }
  await goTo('11-03', '21:10')
  await press('dv01', meetingId, 'meeting.close')

  type Reply = { state: StateOfKind['meeting'] }
  const { everyone } = (await http<Reply>('dv04', `/meetings/${meetingId}`)).state
  const call = rollCall(everyone.meeting, everyone.attendance, new Date().toISOString())
  expect(call.counts).toMatchObject({
    total: 25,
    official: 23,
    probationary: 2,
    exempt: 2,
    away: 1,
    expected: 22,
    present: 19,
    inPerson: 16,
    online: 3,
    late: 1,
    exemptPresent: 1,
    excused: 2,
    unexcused: 1,
    rate: 8636,
  })
  expect(call.base).toMatchObject({ official: 23, base: 21 })
  expect(call.quorum).toEqual({ present: 18, base: 21, level: 'green' })
  expect(call.members.filter(({ late }) => late).map(({ entry }) => entry.memberId)).toEqual(idsOf(['07']))
  const online = call.members.filter(({ place }) => place?.kind === 'device').map(({ entry }) => entry.memberId)
  expect(online.toSorted()).toEqual(idsOf(['16', '17', '22', '25']).toSorted())
  expect(
    Date.parse(everyone.meeting.closedAt ?? '') - Date.parse(everyone.meeting.openedAt ?? ''),
  ).toBeGreaterThanOrEqual(99 * 60_000)
  expect(everyone.agenda.courses).toHaveLength(10)
  const { meetings } = await http<{ meetings: { meetingId: string; presentCount: number; expectedCount: number }[] }>(
    'db01',
    '/meetings',
  )
  expect(meetings.find((meeting) => meeting.meetingId === meetingId)).toMatchObject({
    presentCount: 19,
    expectedCount: 22,
  })
  for (const socket of sockets.values()) socket.disconnect()
})
