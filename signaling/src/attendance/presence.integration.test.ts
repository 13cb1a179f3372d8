// Presence over real sockets: one interval through reloads, tabs and restarts, ended when the member was last seen.
import type { PresenceInterval } from '@hoi-truong/shared/attendance'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectDatabase, type Database } from '../database/client.ts'
import { announceMeeting } from '../testing/outsiders.ts'
import { type SignalingProcess, signalingProcess } from '../testing/process.ts'
import {
  CONTROL_SECRET,
  command,
  connectMember,
  GRANT_SECRET,
  member,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
  until,
} from '../testing/signaling.ts'

const GRACE_SECONDS = 2
let signaling: TestSignaling
let database: Database
let meetingId: string

beforeAll(async () => {
  signaling = await startTestSignaling({
    ATTENDANCE_GRACE_SECONDS: String(GRACE_SECONDS),
    PRESENCE_RENEW_SECONDS: '0.3',
  })
  database = connectDatabase(signaling.testDatabase.appUrl)
})
afterAll(async () => {
  await database.$disconnect()
  await signaling.stop()
})

beforeEach(async () => {
  meetingId = await announceMeeting(signaling)
})

async function enter(url: string, id: string): Promise<TestSocket> {
  const socket = await connectMember(url, id)
  expect(await socket.emitWithAck('command', command('attendance.enter', meetingId))).toMatchObject({ ok: true })
  return socket
}

const leave = (socket: TestSocket) => socket.emitWithAck('command', command('attendance.leave', meetingId))

async function intervals(id: string): Promise<readonly PresenceInterval[]> {
  const { state } = await signaling.server.cache.read(database, meetingId)
  return (state as MeetingStreamState).everyone.attendance.intervals[member(id)] ?? []
}

const ended = (id: string) =>
  until(async () => {
    const all = await intervals(id)
    return all.length > 0 && all.every((interval) => interval.endedAt !== null) && all
  })

/** Lets the service's own clock pass a time, as seen from the database. */
const passes = (seconds: number) => {
  const end = performance.now() + seconds * 1000
  return until(() => performance.now() > end)
}

test('a reload within the grace period leaves one open interval', async () => {
  const before = await enter(signaling.server.url, 'dv04')
  before.disconnect()
  const after = await enter(signaling.server.url, 'dv04')
  await passes(GRACE_SECONDS * 1.5)
  expect(await intervals('dv04')).toMatchObject([{ endedAt: null }])
  await leave(after)
  expect(await intervals('dv04')).toMatchObject([{ reason: 'left' }])
  after.disconnect()
})

test('an entrance repeated under its id over a new connection keeps the member there', async () => {
  const wish = command('attendance.enter', meetingId)
  const before = await connectMember(signaling.server.url, 'dv10')
  expect(await before.emitWithAck('command', wish)).toMatchObject({ ok: true })
  before.disconnect()
  const after = await connectMember(signaling.server.url, 'dv10')
  expect(await after.emitWithAck('command', wish)).toMatchObject({ ok: true })
  await passes(GRACE_SECONDS * 1.5)
  expect(await intervals('dv10')).toMatchObject([{ endedAt: null }])
  after.disconnect()
})

test('who comes back again and again leaves no leases behind', async () => {
  const leases = (broken: boolean) => database.presenceLease.count({ where: { meetingId, broken } })
  for (let times = 0; times < 3; times += 1) {
    const socket = await enter(signaling.server.url, 'dv11')
    expect([await leases(false), await leases(true)]).toEqual([1, 0])
    socket.disconnect()
    await until(async () => (await leases(true)) === 1)
  }
})

test('two tabs are one presence; it ends with the last of them', async () => {
  const [first, second] = await Promise.all([enter(signaling.server.url, 'dv05'), enter(signaling.server.url, 'dv05')])
  expect(await intervals('dv05')).toHaveLength(1)
  expect(await leave(first)).toMatchObject({ ok: true })
  expect(await intervals('dv05')).toMatchObject([{ endedAt: null }])
  expect(await leave(second)).toMatchObject({ ok: true })
  expect(await intervals('dv05')).toMatchObject([{ reason: 'left' }])
  first.disconnect()
  second.disconnect()
})

test('whose connection breaks and does not come back is gone since they were last heard', async () => {
  const socket = await enter(signaling.server.url, 'dv06')
  const brokenAt = Date.now()
  socket.disconnect()
  const [interval] = await ended('dv06')
  expect(interval).toMatchObject({ reason: 'lapsed' })
  // Not the moment at which the lapse was noticed, a grace period later.
  expect(Date.parse(interval?.endedAt ?? '') - brokenAt).toBeLessThan(1_000)
  expect(await database.presenceLease.count({ where: { meetingId } })).toBe(0)
})

test('at the closing, who is there stays to the end and who is silent left when last seen', async () => {
  const [chair, silent] = await Promise.all([enter(signaling.server.url, 'dv01'), enter(signaling.server.url, 'dv07')])
  await chair.emitWithAck('command', command('meeting.open', meetingId))
  silent.disconnect()
  await until(async () => (await database.presenceLease.count({ where: { meetingId, broken: true } })) === 1)
  expect(await chair.emitWithAck('command', command('meeting.close', meetingId))).toMatchObject({ ok: true })
  expect(await intervals('dv01')).toMatchObject([{ reason: 'closed' }])
  expect(await intervals('dv07')).toMatchObject([{ reason: 'lapsed' }])
  expect((await intervals('dv07'))[0]?.endedAt?.localeCompare((await intervals('dv01'))[0]?.endedAt ?? '')).toBe(-1)
  chair.disconnect()
})

test('killed and started again: who comes back has no gap, who left meanwhile left before the kill', async () => {
  const other: SignalingProcess = await signalingProcess({
    DATABASE_APP_URL: signaling.testDatabase.appUrl,
    ACCESS_TOKEN_SECRET: signaling.config.ACCESS_TOKEN_SECRET,
    GRANT_SECRET,
    CONTROL_SECRET,
    ATTENDANCE_GRACE_SECONDS: String(GRACE_SECONDS),
    PRESENCE_RENEW_SECONDS: '0.3',
    LOG_LEVEL: 'error',
  })
  // The only node: the one of the other tests must not decide anything meanwhile.
  await signaling.server.stop()
  try {
    await other.start()
    const [returning, leaving] = await Promise.all([enter(other.url, 'dv08'), enter(other.url, 'dv09')])
    await until(async () => (await database.presenceLease.count({ where: { meetingId } })) === 2)
    const killedAt = Date.now()
    await other.kill()
    returning.disconnect()
    leaving.disconnect()
    // Longer than the grace period: an outage must not count against anybody.
    await passes(GRACE_SECONDS * 1.5)
    await other.start()
    const back = await enter(other.url, 'dv08')
    const [left] = await ended('dv09')
    expect(left?.reason).toBe('lapsed')
    expect(Date.parse(left?.endedAt ?? '')).toBeLessThanOrEqual(killedAt + 100)
    expect(await intervals('dv08')).toMatchObject([{ endedAt: null }])
    back.disconnect()
  } finally {
    await other.kill()
  }
})
