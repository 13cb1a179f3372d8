// A worker killed in mid-meeting: signaling hears of it first, then its rooms' browsers, and a new grant leads into a
// new place at once.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { FakeSignaling } from '../testing/FakeSignaling.ts'
import { grantClaims, signGrant, startTestServer, testConfig } from '../testing/mediaTestServer.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

let signaling: FakeSignaling
let server: MediaServer

beforeEach(async () => {
  signaling = new FakeSignaling(testConfig.controlSecret)
  await signaling.start()
  const controlIntervals = { roomLostMs: 300, redialMs: 20 }
  server = await startTestServer({ workers: 2, signalingUrl: signaling.url }, { controlIntervals })
  await until(() => server.control.connected)
})

afterEach(async () => {
  TestBrowser.closeAll()
  await server.stop()
  await signaling.stop()
})

function killWorkerOf(meetingId: string): void {
  const room = server.registry.rooms.find((candidate) => candidate.meetingId === meetingId)
  process.kill(room?.routers[0]?.worker.pid ?? 0, 'SIGKILL')
}

it('is told to signaling and to every browser of its rooms, and to nobody else', async () => {
  const [meetingId, otherMeetingId] = [randomUUID(), randomUUID()]
  const an = await TestBrowser.joined(server, { meetingId, epoch: 4 })
  const binh = await TestBrowser.joined(server, { meetingId, epoch: 4 })
  const elsewhere = await TestBrowser.joined(server, { meetingId: otherMeetingId })
  await an.produce('microphone')
  killWorkerOf(meetingId)

  expect(await an.hears('roomLost')).toEqual({ epoch: 4 })
  expect(await binh.hears('roomLost')).toEqual({ epoch: 4 })
  expect(signaling.losses).toEqual([{ meetingId, epoch: 4 }])
  await Promise.all([an.isCutOff(), binh.isCutOff()])
  // One word for all of it, not one for every stream that ended.
  expect(binh.heard('producerClosed')).toEqual([])

  // The old place is past, the new one is open.
  const stale = TestBrowser.connect(server, { grant: signGrant(grantClaims({ meetingId, epoch: 4 })) })
  await expect(stale).rejects.toEqual({ code: 'EPOCH_STALE' })
  const resumed = TestBrowser.connect(server, { resumeToken: an.room.resumeToken })
  await expect(resumed).rejects.toEqual({ code: 'RESUME_UNKNOWN' })
  const again = await TestBrowser.joined(server, { meetingId, epoch: 5 })
  await again.produce('microphone')

  expect(elsewhere.heard('roomLost')).toEqual([])
  await elsewhere.produce('microphone')
  await until(() => server.workers.alive.length === 2)
})

it('a request under way is answered that the room is lost', async () => {
  const meetingId = randomUUID()
  const an = await TestBrowser.joined(server, { meetingId })
  const pid = server.registry.rooms[0]?.routers[0]?.worker.pid ?? 0
  signaling.answersLosses = false
  process.kill(pid, 'SIGSTOP')
  const refused = an.refusal('restartIce', { transportId: an.room.sendTransport.id })
  process.kill(pid, 'SIGKILL')
  expect(await refused).toBe('ROOM_LOST')
  expect(await an.refusal('pauseProducer', { producerId: 'a' })).toBe('ROOM_LOST')
})

it('without an answer of signaling the browsers are told all the same, and signaling again later', async () => {
  const meetingId = randomUUID()
  const an = await TestBrowser.joined(server, { meetingId })
  signaling.answersLosses = false
  killWorkerOf(meetingId)
  expect(await an.hears('roomLost')).toEqual({ epoch: 1 })
  expect(signaling.losses).toHaveLength(1)

  signaling.answersLosses = true
  signaling.hangUp()
  await until(() => signaling.losses.length === 2)
  expect(signaling.losses[1]).toEqual({ meetingId, epoch: 1 })
  await until(() => server.control.connected)
  signaling.hangUp()
  await until(() => signaling.hellos.length === 3)
  expect(signaling.losses, 'what was confirmed is not told again').toHaveLength(2)
})

it('while signaling is away it is told as soon as it is back, before anything else', async () => {
  const meetingId = randomUUID()
  const an = await TestBrowser.joined(server, { meetingId })
  await signaling.stop()
  killWorkerOf(meetingId)
  expect(await an.hears('roomLost')).toEqual({ epoch: 1 })
  await signaling.start()
  await until(() => signaling.hellos.length === 2)
  expect(signaling.losses).toEqual([{ meetingId, epoch: 1 }])
  expect(signaling.hellos[1]?.rooms).toEqual([])
})

it('of twenty rooms at once loses all of them and nothing else', async () => {
  const browsers = await Promise.all(Array.from({ length: 20 }, () => TestBrowser.joined(server)))
  const victim = server.workers.alive[0]
  const lost = server.registry.rooms.filter((room) => room.routers[0]?.worker === victim)
  expect(lost.length).toBeGreaterThan(0)
  expect(lost.length).toBeLessThan(20)
  process.kill(victim?.pid ?? 0, 'SIGKILL')
  await until(() => signaling.losses.length === lost.length)
  await until(() => browsers.filter((browser) => browser.heard('roomLost').length > 0).length === lost.length)
  expect(server.registry.rooms).toHaveLength(20 - lost.length)
})
