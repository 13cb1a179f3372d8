// A command's id makes a repeat harmless, and belongs to who gave it and to what was said.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  command,
  connectMember,
  signIn,
  soon,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
} from '../testing/signaling.ts'

let signaling: TestSignaling
let one: TestSocket
let other: TestSocket

beforeAll(async () => {
  signaling = await startTestSignaling()
  one = await connectMember(signaling.server.url, 'dv04')
  other = await connectMember(signaling.server.url, 'dv05')
})
afterAll(async () => {
  one.disconnect()
  other.disconnect()
  await signaling.stop()
})

const reused = { ok: false, error: { code: 'COMMAND_ID_REUSED' } }
const headSeq = async () =>
  (await signaling.server.database.stream.findUniqueOrThrow({ where: { id: signaling.meetingId } })).headSeq

test('a repeat gets the same answer and changes nothing, also later, also with another expiry', async () => {
  const enter = command('attendance.enter', signaling.meetingId)
  const first = await one.emitWithAck('command', enter)
  expect(first).toMatchObject({ ok: true })
  await other.emitWithAck('command', command('attendance.enter', signaling.meetingId))
  const head = await headSeq()
  expect(await one.emitWithAck('command', enter)).toEqual(first)
  expect(await one.emitWithAck('command', { ...enter, validUntil: soon() })).toEqual(first)
  expect(await one.emitWithAck('command', { ...enter, id: enter.id.toUpperCase() })).toEqual(first)
  expect(await headSeq()).toBe(head)
})

test('a repeat of what changed nothing gets its answer too', async () => {
  const again = command('attendance.enter', signaling.meetingId)
  const first = await one.emitWithAck('command', again)
  expect(first).toMatchObject({ ok: true })
  expect(await one.emitWithAck('command', again)).toEqual(first)
})

test('repeats that arrive together, over socket and HTTP, have one effect', async () => {
  const notice = command('attendance.reportAbsence', signaling.meetingId, { reason: 'Đi công tác' })
  const token = await signIn(signaling.server.url, 'dv06')
  const socket = await connectMember(signaling.server.url, 'dv06')
  const overHttp = fetch(`${signaling.server.url}/api/v1/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(notice),
  }).then((response) => response.json())
  const answers = await Promise.all(Array.from({ length: 5 }, () => socket.emitWithAck('command', notice)))
  const [first] = answers
  expect(first).toMatchObject({ ok: true })
  expect(answers).toEqual(Array(5).fill(first))
  expect(await overHttp).toEqual(first?.ok && first.value)
  expect(await signaling.server.database.absenceNotice.count()).toBe(1)
  socket.disconnect()
})

test('the id of another member, or with another body, is refused', async () => {
  const id = randomUUID()
  const { meetingId } = signaling
  expect(await one.emitWithAck('command', command('attendance.leave', meetingId, {}, { id }))).toMatchObject({
    ok: true,
  })
  const head = await headSeq()
  expect(await other.emitWithAck('command', command('attendance.leave', meetingId, {}, { id }))).toEqual(reused)
  expect(await one.emitWithAck('command', command('attendance.enter', meetingId, {}, { id }))).toEqual(reused)
  const notice = (reason: string) => command('attendance.reportAbsence', meetingId, { reason }, { id: randomUUID() })
  const first = notice('Đi công tác')
  expect(await other.emitWithAck('command', first)).toMatchObject({ ok: true })
  expect(await other.emitWithAck('command', { ...first, payload: { reason: 'Bị ốm nặng' } })).toEqual(reused)
  expect(await headSeq()).toBe(head + 3)
})

test('a refused command leaves its id free: the same wish may be granted later', async () => {
  const open = command('meeting.close', signaling.meetingId)
  const chair = await connectMember(signaling.server.url, 'dv01')
  expect(await chair.emitWithAck('command', open)).toEqual({ ok: false, error: { code: 'MEETING_NOT_OPEN' } })
  await chair.emitWithAck('command', command('meeting.open', signaling.meetingId))
  expect(await chair.emitWithAck('command', open)).toMatchObject({ ok: true })
  chair.disconnect()
})
