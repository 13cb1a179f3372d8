// The course of a whole meeting over real sockets: three people enter, the chair opens and closes, everybody sees the same.
import { membersPresent } from '@hoi-truong/shared/attendance'
import { isReadable, type LogEntry, verifyChain } from '@hoi-truong/shared/log'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

beforeAll(async () => {
  signaling = await startTestSignaling()
})
afterAll(() => signaling.stop())

interface Follower {
  socket: TestSocket
  state: () => MeetingStreamState
  entries: LogEntry[]
}

async function follow(id: string): Promise<Follower> {
  const socket = await connectMember(signaling.server.url, id)
  const entries: LogEntry[] = []
  socket.on('events', (message) => entries.push(...message.entries))
  const reply = await socket.emitWithAck('subscribe', { streamId: signaling.meetingId })
  if (!reply.ok || reply.value.kind !== 'snapshot') throw new Error('expected a snapshot')
  const first = reply.value.state as MeetingStreamState
  return { socket, entries, state: () => meetingReducer.reduceAll(first, entries) }
}

test('three members meet and the closed meeting stays on record', async () => {
  const { meetingId, server } = signaling
  const people = await Promise.all(['dv01', 'dv14', 'dv04'].map(follow))
  const [chair, , member4] = people as [Follower, Follower, Follower]

  for (const { socket } of people) {
    expect(await socket.emitWithAck('command', command('attendance.enter', meetingId))).toMatchObject({ ok: true })
  }
  expect(await member4.socket.emitWithAck('command', command('meeting.open', meetingId))).toEqual({
    ok: false,
    error: { code: 'MEETING_NOT_CHAIR' },
  })
  expect(await chair.socket.emitWithAck('command', command('meeting.open', meetingId))).toMatchObject({ ok: true })
  await until(() => people.every((person) => person.state().everyone.meeting.status === 'open'))
  expect(membersPresent(member4.state().everyone.attendance)).toHaveLength(3)

  expect(await chair.socket.emitWithAck('command', command('meeting.close', meetingId))).toMatchObject({ ok: true })
  await until(() => people.every((person) => person.state().everyone.meeting.status === 'closed'))
  expect(membersPresent(member4.state().everyone.attendance)).toHaveLength(0)
  expect(people[1]?.state().everyone).toEqual(chair.state().everyone)

  const token = await signIn(server.url, 'dv04')
  const headers = { authorization: `Bearer ${token}` }
  const { entries } = (await (
    await fetch(`${server.url}/api/v1/meetings/${meetingId}/events`, { headers })
  ).json()) as { entries: LogEntry[] }
  expect(verifyChain(meetingId, entries)).toMatchObject({ ok: true, head: { seq: entries.length } })
  const { meetings } = (await (await fetch(`${server.url}/api/v1/meetings`, { headers })).json()) as {
    meetings: unknown[]
  }
  expect(meetings).toMatchObject([
    { meetingId, status: 'closed', presentCount: 3, expectedCount: 22, chairName: 'Trần Văn Minh Họa' },
  ])
  for (const { socket } of people) socket.disconnect()
})

test('a reason for absence reaches the bureau and its author, others see only that notice was given', async () => {
  const { meetingId } = signaling
  const [chair, author, other] = await Promise.all(
    ['dv01', 'dv18', 'dv05'].map((id) => connectMember(signaling.server.url, id)),
  )
  const late = await author?.emitWithAck(
    'command',
    command('attendance.reportAbsence', meetingId, { reason: 'Điều trị bệnh' }),
  )
  // The meeting of the test before is closed: the notice goes to the branch's stream, marked late.
  expect(late).toMatchObject({ ok: true, value: { streamId: signaling.sample.branchId } })
  const views = await Promise.all(
    [chair, author, other].map(async (socket) => {
      const head = await socket?.emitWithAck('subscribe', { streamId: signaling.sample.branchId })
      return head?.ok && head.value.kind === 'snapshot'
        ? (head.value.state as { bureau: { lateNotices: unknown[] }; members: Record<string, unknown> })
        : null
    }),
  )
  expect(views[0]?.bureau.lateNotices).toMatchObject([
    { memberId: member('dv18'), reason: 'Điều trị bệnh', late: true },
  ])
  expect(views[1]?.bureau.lateNotices).toEqual([])
  expect(Object.keys(views[1]?.members ?? {})).toEqual([member('dv18')])
  expect(views[2]?.bureau.lateNotices).toEqual([])
  expect(views[2]?.members).toEqual({})
  for (const socket of [chair, author, other]) socket?.disconnect()
})

test('an entry that a member may not read is a bare link', async () => {
  const token = await signIn(signaling.server.url, 'dv05')
  const response = await fetch(`${signaling.server.url}/api/v1/meetings/${signaling.meetingId}/events`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { entries } = (await response.json()) as { entries: LogEntry[] }
  expect(entries.every((entry) => !isReadable(entry) || entry.audience === 'everyone')).toBe(true)
})
