// A node that stops in the middle of a rush sends what it still holds: who was told that a command counts has seen it, as everybody has.
import { once } from 'node:events'
import { createConnection } from 'node:net'
import { verifyChain } from '@hoi-truong/shared/log'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announceMeetingOf, layBranch, type TestBranch } from '../testing/branch.ts'
import { type Follower, follow } from '../testing/follower.ts'
import { openNode } from '../testing/log.ts'
import { command, connect, signIn, startTestSignaling, type TestSignaling, until } from '../testing/signaling.ts'

const MEMBERS = 200
const PRESSING = 10

let signaling: TestSignaling
let branch: TestBranch
let meetingId: string

beforeAll(async () => {
  signaling = await startTestSignaling()
  const laying = openNode(signaling.testDatabase.appUrl)
  const accessTokenSecret = signaling.config.ACCESS_TOKEN_SECRET
  branch = await layBranch(laying, signaling.sample, { size: MEMBERS, seed: 'shutdown', accessTokenSecret })
  meetingId = await announceMeetingOf(laying, signaling.sample, branch)
  await laying.database.$disconnect()
})
afterAll(() => signaling.stop())

test('an upload that stalls half-way does not keep the node from stopping', async () => {
  const stopping = await signaling.startNode()
  const { host, hostname, port } = new URL(stopping.url)
  const token = await signIn(stopping.url, 'dv04')
  const stalled = createConnection(Number(port), hostname)
  const headers = ['content-type: application/octet-stream', 'content-length: 400000', `authorization: Bearer ${token}`]
  stalled.write(`POST /api/v1/connection-test/upload HTTP/1.1\r\nhost: ${host}\r\n${headers.join('\r\n')}\r\n\r\nhalf`)
  // Another request on another line is answered after this one has arrived.
  await signIn(stopping.url, 'dv05')
  const ended = once(stalled, 'close')
  await stopping.stop()
  await ended
})

test('all screens of two hundred members end at the last event that was acknowledged', async () => {
  const pages: Follower[] = await Promise.all(
    branch.memberIds.map(async (memberId) =>
      follow(await connect(signaling.server.url, branch.token(memberId)), meetingId),
    ),
  )
  // One right after the other: each commit falls into the pause after the message before it, so that the last one is held.
  let last = 0
  for (const { socket } of pages.slice(0, PRESSING)) {
    const reply = await socket.emitWithAck('command', command('attendance.enter', meetingId))
    if (!reply.ok) throw new Error(reply.error.code)
    last = reply.value.seq
  }
  await signaling.server.stop()
  await until(() => pages.every(({ socket }) => socket.disconnected))
  for (const page of pages) {
    expect(verifyChain(meetingId, page.entries, page.from)).toMatchObject({ ok: true })
    expect(page.head()).toBe(last)
  }
})
