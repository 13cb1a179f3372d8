// What is pushed: everything in order and without a gap to everybody, its content only to those who may read it.
import { isReadable, verifyChain } from '@hoi-truong/shared/log'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Follower, follow } from '../testing/follower.ts'
import { announceMeeting, changeStatus } from '../testing/outsiders.ts'
import {
  command,
  connect,
  connectMember,
  member,
  signIn,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
  until,
} from '../testing/signaling.ts'

type Page = Follower<MeetingStreamState>

let signaling: TestSignaling

beforeAll(async () => {
  signaling = await startTestSignaling()
})
afterAll(() => signaling.stop())

const open = async (id: string, meetingId: string): Promise<Page> =>
  follow(await connectMember(signaling.server.url, id), meetingId)
const give = async (socket: TestSocket, type: string, meetingId: string, payload: unknown = {}) => {
  const reply = await socket.emitWithAck('command', command(type, meetingId, payload))
  if (!reply.ok) throw new Error(`${type}: ${reply.error.code}`)
  return reply.value.seq
}
/** Types of the entries that the page can read, of events that are not for everyone. */
const apart = (page: Page) =>
  page.entries.flatMap((entry) => (isReadable(entry) && entry.audience !== 'everyone' ? [entry.type] : []))

test('each view is gap-free and leads to its own state; reasons go to the bureau and to their author on all sockets', async () => {
  const meetingId = await announceMeeting(signaling)
  const token = await signIn(signaling.server.url, 'dv18')
  const [chair, secretary, other, follower] = (await Promise.all(
    ['dv01', 'dv14', 'dv05', 'db01'].map((id) => open(id, meetingId)),
  )) as [Page, Page, Page, Page]
  const [author, authorsPhone] = (await Promise.all(
    [1, 2].map(async () => follow(await connect(signaling.server.url, token), meetingId)),
  )) as [Page, Page]
  const pages = [chair, secretary, other, follower, author, authorsPhone]

  await Promise.all([
    give(author.socket, 'attendance.reportAbsence', meetingId, { reason: 'Điều trị bệnh' }),
    give(secretary.socket, 'attendance.reportAbsence', meetingId, { reason: 'Đi công tác xa' }),
    give(other.socket, 'attendance.enter', meetingId),
    give(follower.socket, 'attendance.enter', meetingId),
  ])
  const last = await give(chair.socket, 'meeting.open', meetingId)
  await until(() => pages.every((page) => page.head() === last))

  for (const page of pages) {
    expect(page.entries.map(({ seq }) => seq)).toEqual(
      Array.from({ length: last - page.from.seq }, (_, index) => page.from.seq + 1 + index),
    )
    expect(verifyChain(meetingId, page.entries, page.from)).toMatchObject({ ok: true })
    const reply = await page.socket.emitWithAck('subscribe', { streamId: meetingId })
    expect(reply.ok && reply.value.kind === 'snapshot' && reply.value.state).toEqual(
      meetingReducer.reduceAll(page.first, page.entries),
    )
  }
  const reported = 'attendance.absenceReported'
  const received = 'attendance.absenceReceived'
  expect(apart(chair).sort()).toEqual([reported, reported])
  expect(apart(secretary).sort()).toEqual([received, reported, reported])
  expect(apart(author)).toEqual([received])
  expect(apart(authorsPhone)).toEqual([received])
  expect(apart(other)).toEqual([])
  expect(apart(follower)).toEqual([])
  expect(JSON.stringify(other.entries)).not.toContain('bệnh')
  expect(JSON.stringify(author.entries)).not.toContain('công tác')
  for (const { socket } of pages) socket.disconnect()
})

test('who stops following gets nothing more, who follows twice gets everything once', async () => {
  const meetingId = await announceMeeting(signaling)
  const [page, other] = (await Promise.all(['dv06', 'dv07'].map((id) => open(id, meetingId)))) as [Page, Page]
  await other.socket.emitWithAck('subscribe', { streamId: meetingId })
  await other.socket.emitWithAck('unsubscribe', { streamId: signaling.meetingId })
  await page.socket.emitWithAck('unsubscribe', { streamId: meetingId })
  const last = await give(other.socket, 'attendance.enter', meetingId)
  await until(() => other.head() === last)
  expect(other.entries).toHaveLength(1)
  // Its own answer comes after anything that had been pushed before.
  await page.socket.emitWithAck('unsubscribe', { streamId: meetingId })
  expect(page.entries).toEqual([])
  for (const { socket } of [page, other]) socket.disconnect()
})

test('who is off the roll when the meeting opens is shown out of it: no more events, no grant, told to ask again', async () => {
  const meetingId = await announceMeeting(signaling)
  const [chair, expelled, other] = (await Promise.all(['dv01', 'dv19', 'dv05'].map((id) => open(id, meetingId)))) as [
    Page,
    Page,
    Page,
  ]
  const entered = await give(expelled.socket, 'attendance.enter', meetingId)
  await until(() => expelled.head() === entered)
  await changeStatus(signaling, member('dv19'), 'suspended')
  const last = await give(chair.socket, 'meeting.open', meetingId)
  await until(() => expelled.resyncs === 1 && other.head() === last)

  expect(await expelled.socket.emitWithAck('subscribe', { streamId: meetingId })).toEqual({
    ok: false,
    error: { code: 'FORBIDDEN' },
  })
  expect(await expelled.socket.emitWithAck('grant', { meetingId })).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
  expect(expelled.head()).toBe(entered)
  expect([chair.resyncs, other.resyncs]).toEqual([0, 0])
  for (const { socket } of [chair, expelled, other]) socket.disconnect()
})

test('whose roles in the branch change gets another view of its stream', async () => {
  const { sample, server } = signaling
  const socket = await connectMember(server.url, 'db01')
  const page = await follow(socket, sample.branchId)
  await server.database.roleAssignment.deleteMany({ where: { memberId: member('db01') } })
  await changeStatus(signaling, member('dv19'), 'active')
  await until(() => page.resyncs === 1)
  expect(await socket.emitWithAck('subscribe', { streamId: sample.branchId })).toEqual({
    ok: false,
    error: { code: 'FORBIDDEN' },
  })
  socket.disconnect()
})
