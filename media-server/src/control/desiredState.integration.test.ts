// What signaling wishes is what the room becomes: who is in, what each may send; and an old wish changes nothing. The
// other end is a FAKE signaling.
import { randomUUID } from 'node:crypto'
import type { DesiredRoom, MediaSource } from '@hoi-truong/shared/media'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { FakeSignaling } from '../testing/FakeSignaling.ts'
import { desiredPeer, startTestServer, testConfig } from '../testing/mediaTestServer.ts'
import { settled as allArrived } from '../testing/settled.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

let signaling: FakeSignaling
let server: MediaServer

let meetingId: string
const anId = randomUUID()
const binhId = randomUUID()
let an: TestBrowser
let binh: TestBrowser

beforeAll(async () => {
  signaling = new FakeSignaling(testConfig.controlSecret)
  await signaling.start()
  server = await startTestServer({ signalingUrl: signaling.url })
  await until(() => server.control.connected)
})

beforeEach(async () => {
  meetingId = randomUUID()
  an = await TestBrowser.joined(server, { meetingId, memberId: anId, epoch: 2, seq: 10 })
  binh = await TestBrowser.joined(server, { meetingId, memberId: binhId, epoch: 2, seq: 12 })
})

afterEach(() => TestBrowser.closeAll())

afterAll(async () => {
  await server.stop()
  await signaling.stop()
})

const all: MediaSource[] = ['microphone', 'camera', 'screen']

function wish(changes: Partial<DesiredRoom> = {}): void {
  const peers = [anId, binhId].map((memberId) => desiredPeer(memberId))
  signaling.send({ meetingId, epoch: 2, seq: 20, open: true, peers, ...changes })
}

const settled = () => allArrived(server, signaling)

const memberIds = () => server.registry.rooms.find((room) => room.meetingId === meetingId)?.memberIds

describe('who is in', () => {
  it('a peer that is missing is removed and cut off, the others are told', async () => {
    wish({ peers: [desiredPeer(binhId)] })
    expect(await an.hears('removed')).toEqual({ code: 'PEER_REMOVED' })
    await an.isCutOff()
    expect(await binh.hears('peerLeft')).toEqual({ memberId: anId })
    const back = TestBrowser.withGrant(server, { meetingId, memberId: anId, epoch: 2, seq: 20 })
    await expect(back).rejects.toEqual({ code: 'PEER_REMOVED' })
    const resumed = TestBrowser.connect(server, { resumeToken: an.room.resumeToken })
    await expect(resumed).rejects.toEqual({ code: 'RESUME_UNKNOWN' })
    await TestBrowser.joined(server, { meetingId, memberId: anId, epoch: 2, seq: 21 })
  })

  it('a peer whose grant is younger than the wish stays', async () => {
    wish({ seq: 11, peers: [] })
    await an.hears('removed')
    await settled()
    expect(memberIds()).toEqual([binhId])
    expect(binh.heard('removed')).toEqual([])
  })

  it('a peer that waits for its browser is removed too', async () => {
    an.socket.disconnect()
    wish({ peers: [desiredPeer(binhId)] })
    expect(await binh.hears('peerLeft')).toEqual({ memberId: anId })
  })

  it('a wish for somebody who is not here invites nobody', async () => {
    const peers = [anId, binhId, randomUUID()].map((memberId) => desiredPeer(memberId))
    wish({ peers })
    await settled()
    expect(memberIds()).toEqual([anId, binhId])
  })
})

describe('what each may send', () => {
  it('a right that is taken ends what was sent by it; a right that is given can be used', async () => {
    const microphone = await an.produce('microphone')
    const camera = await an.produce('camera')
    wish({
      peers: [desiredPeer(anId, { mayPublish: ['camera'] }), desiredPeer(binhId)],
    })
    expect(await an.hears('grants')).toEqual({ mayPublish: ['camera'], held: [] })
    expect(await binh.hears('producerClosed')).toEqual({ producerId: microphone })
    expect(await an.refusal('resumeProducer', { producerId: microphone })).toBe('PRODUCER_UNKNOWN')
    await expect(an.produce('microphone')).rejects.toThrow('PUBLISH_NOT_ALLOWED')
    await an.ask('pauseProducer', { producerId: camera })
    expect(binh.heard('grants')).toEqual([])

    wish({ seq: 21 })
    await until(() => an.heard('grants').length === 2)
    await an.produce('microphone')
  })

  it('rights that stay the same are not told', async () => {
    wish()
    wish({ seq: 21 })
    await settled()
    expect(an.heard('grants')).toEqual([])
  })

  it('someone who joins gets the rights of the newer of grant and wish', async () => {
    const memberId = randomUUID()
    wish({ peers: [anId, binhId, memberId].map((id) => desiredPeer(id, { mayPublish: ['microphone'] })) })
    await settled()
    const older = await TestBrowser.joined(server, { meetingId, memberId, epoch: 2, seq: 20, mayPublish: all })
    expect(older.room.mayPublish).toEqual(['microphone'])
    const younger = await TestBrowser.joined(server, { meetingId, memberId, epoch: 2, seq: 21, mayPublish: all })
    expect(younger.room.mayPublish).toEqual(all)
  })
})

describe('an old wish', () => {
  it('of a lower seq is ignored, whatever it says', async () => {
    wish({ seq: 20 })
    wish({ seq: 19, peers: [] })
    wish({ seq: 19, open: false })
    await settled()
    expect(memberIds()).toEqual([anId, binhId])
  })

  it('of a lower epoch is ignored, however high its seq', async () => {
    wish({ epoch: 1, seq: 99, peers: [] })
    wish({ epoch: 1, seq: 100, open: false })
    await settled()
    expect(memberIds()).toEqual([anId, binhId])
  })

  it('of the same seq is taken again without effect', async () => {
    const producerId = await an.produce('microphone')
    wish()
    wish()
    await settled()
    await an.ask('pauseProducer', { producerId })
  })
})

describe('the room itself', () => {
  it('ends with its meeting, for everybody', async () => {
    wish({ open: false })
    expect(await an.hears('removed')).toEqual({ code: 'ROOM_ENDED' })
    expect(await binh.hears('removed')).toEqual({ code: 'ROOM_ENDED' })
    await Promise.all([an.isCutOff(), binh.isCutOff()])
    expect(memberIds()).toBeUndefined()
    const late = TestBrowser.withGrant(server, { meetingId, memberId: anId, epoch: 2, seq: 20 })
    await expect(late).rejects.toEqual({ code: 'ROOM_ENDED' })
  })

  it('is lost here when it has a higher epoch', async () => {
    wish({ epoch: 3, seq: 20 })
    expect(await an.hears('roomLost')).toEqual({ epoch: 2 })
    const stale = TestBrowser.withGrant(server, { meetingId, memberId: anId, epoch: 2, seq: 20 })
    await expect(stale).rejects.toEqual({ code: 'EPOCH_STALE' })
    await TestBrowser.joined(server, { meetingId, memberId: anId, epoch: 3, seq: 20 })
  })
})
