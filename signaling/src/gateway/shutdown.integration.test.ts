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

test('a download that its reader has left lying does not keep the node from stopping', async () => {
  const stopping = await signaling.startNode()
  const address = new URL(stopping.url)
  const stalled = createConnection(Number(address.port), address.hostname)
  const token = await signIn(stopping.url, 'dv04')
  const request = `GET /api/v1/connection-test/download?kilobytes=512 HTTP/1.1\r\nHost: ${address.host}\r\nAuthorization: Bearer ${token}\r\n\r\n`
  // More than the system's buffers take, and nobody reads any of it.
  stalled.write(request.repeat(24))
  await once(stalled, 'readable')
  const ended = once(stalled, 'close')
  stalled.on('error', () => {})
  await stopping.stop()
  stalled.resume()
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
