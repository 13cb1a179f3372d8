// A second tab or device of the same member: the one that came last has the room, the other is told so, and nobody else
// sees a departure.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { grantClaims, signGrant, startTestServer, testConfig } from '../testing/mediaTestServer.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'

let server: MediaServer

beforeAll(async () => {
  server = await startTestServer()
})

afterEach(() => TestBrowser.closeAll())

afterAll(() => server.stop())

it('the second takes over, the first is told why and cut off', async () => {
  const [meetingId, memberId] = [randomUUID(), randomUUID()]
  const onlooker = await TestBrowser.joined(server, { meetingId })
  const first = await TestBrowser.joined(server, { meetingId, memberId })
  const producerId = await first.produce('microphone')
  const second = await TestBrowser.joined(server, { meetingId, memberId })

  expect(await first.hears('removed')).toEqual({ code: 'PEER_REPLACED' })
  await first.isCutOff()
  expect(await onlooker.hears('producerClosed')).toEqual({ producerId })
  expect(second.room.memberIds.filter((id) => id === memberId)).toHaveLength(1)
  await second.produce('microphone')
  await expect.poll(() => onlooker.heard('producerAdded').length).toBe(2)
  expect(onlooker.heard('peerLeft')).toEqual([])
  expect(onlooker.heard('peerJoined')).toEqual([{ memberId }])
})

it('both at the same moment leave one', async () => {
  const [meetingId, memberId] = [randomUUID(), randomUUID()]
  const tabs = await Promise.all(
    Array.from({ length: 4 }, () => TestBrowser.withGrant(server, { meetingId, memberId })),
  )
  await Promise.allSettled(tabs.map((tab) => tab.join()))
  const room = server.registry.rooms.find((candidate) => candidate.meetingId === meetingId)
  expect(room?.memberIds).toEqual([memberId])
  await expect.poll(() => tabs.filter((tab) => tab.socket.connected).length).toBe(1)
})

it('an older grant does not take the room back', async () => {
  const [meetingId, memberId] = [randomUUID(), randomUUID()]
  const now = Math.floor(Date.now() / 1000)
  const early = signGrant({ ...grantClaims({ meetingId, memberId }), iat: now - 20 })
  await TestBrowser.joined(server, { meetingId, memberId })
  await expect(TestBrowser.connect(server, { grant: early })).rejects.toEqual({ code: 'PEER_REPLACED' })
})

it('the same tab may come again with its own grant', async () => {
  const claims = grantClaims()
  const grant = signGrant({ ...claims, nodeId: testConfig.nodeId })
  const before = await TestBrowser.connect(server, { grant })
  await before.join()
  const after = await TestBrowser.connect(server, { grant })
  expect((await after.join()).memberIds).toEqual([claims.memberId])
})

it('a copied page that resumes the same session replaces the page it was copied from', async () => {
  const first = await TestBrowser.joined(server)
  const copy = await TestBrowser.connect(server, { resumeToken: first.room.resumeToken })
  await copy.ask('resume', {})
  expect(await first.hears('removed')).toEqual({ code: 'PEER_REPLACED' })
  await first.isCutOff()
  await copy.ask('restartIce', { transportId: first.room.sendTransport.id })
})
