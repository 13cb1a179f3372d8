// The ordinary course of things: join, send, hear, pause, come and go, and what everybody else is told meanwhile.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
import { dtlsParameters } from '../testing/rtpSamples.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

let server: MediaServer

beforeAll(async () => {
  server = await startTestServer({ turn: { urls: ['turn:turn.example:3478'], secret: 'a-secret-of-coturn' } })
})

afterEach(() => TestBrowser.closeAll())

afterAll(() => server.stop())

async function two() {
  const meetingId = randomUUID()
  const [anId, binhId] = [randomUUID(), randomUUID()]
  const an = await TestBrowser.joined(server, { meetingId, memberId: anId })
  const binh = await TestBrowser.joined(server, { meetingId, memberId: binhId, mayPublish: ['microphone'] })
  return { meetingId, an, binh, anId, binhId }
}

describe('joining', () => {
  it('answers in one round trip all that a browser needs to send and to hear', async () => {
    const { meetingId, an, anId, binhId } = await two()
    const microphone = await an.produce('microphone')
    const memberId = randomUUID()
    const chi = await TestBrowser.joined(server, { meetingId, memberId, epoch: 1, mayPublish: ['camera'] })
    expect(chi.room).toMatchObject({
      epoch: 1,
      mayPublish: ['camera'],
      producers: [{ producerId: microphone, memberId: anId, source: 'microphone', paused: false }],
      iceServers: [{ urls: ['turn:turn.example:3478'] }],
    })
    expect(new Set(chi.room.memberIds)).toEqual(new Set([anId, binhId, memberId]))
    const protocols = chi.room.sendTransport.iceCandidates.map(
      (candidate) => (candidate as { protocol: string }).protocol,
    )
    expect(new Set(protocols)).toEqual(new Set(['udp', 'tcp']))
    expect(JSON.stringify(chi.room.routerRtpCapabilities)).not.toContain('abs-capture-time')
  })

  it('is told to the others, and leaving too', async () => {
    const { meetingId, an } = await two()
    const memberId = randomUUID()
    const chi = await TestBrowser.joined(server, { meetingId, memberId })
    await until(() => an.heard('peerJoined').some((told) => told.memberId === memberId))
    await chi.ask('leave', {})
    expect(await an.hears('peerLeft')).toEqual({ memberId })
    expect(chi.heard('peerJoined')).toEqual([])
  })

  it('asked again gives the same answer and no second peer', async () => {
    const { an } = await two()
    const { sendTransport } = an.room
    expect((await an.join()).sendTransport.id).toBe(sendTransport.id)
  })

  it('is over after leaving: the grant is used up', async () => {
    const { an } = await two()
    await an.ask('leave', {})
    expect(await an.refusal('join', { device: 'phone' })).toBe('GRANT_EXPIRED')
    expect(await an.refusal('resume', {})).toBe('ROOM_NOT_JOINED')
    expect(await an.refusal('restartIce', { transportId: an.room.sendTransport.id })).toBe('ROOM_NOT_JOINED')
  })

  it('at the same moment by many opens one room', async () => {
    const meetingId = randomUUID()
    await Promise.all(Array.from({ length: 10 }, () => TestBrowser.joined(server, { meetingId })))
    const rooms = server.registry.rooms.filter((room) => room.meetingId === meetingId)
    expect(rooms.map((room) => room.peers.length)).toEqual([10])
  })
})

describe('sending and hearing', () => {
  it('goes from producer to consumer, which begins paused', async () => {
    const { an, binh, anId } = await two()
    const producerId = await an.produce('camera')
    expect(await binh.hears('producerAdded')).toEqual({ producerId, memberId: anId, source: 'camera', paused: false })
    const { consumers, failed } = await binh.consume(producerId)
    expect(failed).toEqual([])
    expect(consumers).toMatchObject([
      { producerId, memberId: anId, source: 'camera', kind: 'video', producerPaused: false },
    ])
    const consumerIds = consumers.map(({ id }) => id)
    await binh.ask('resumeConsumers', { consumerIds })
    await binh.ask('setPreferredLayers', { consumerId: consumerIds[0] ?? '', spatialLayer: 0, temporalLayer: 1 })
    await binh.ask('pauseConsumers', { consumerIds })
    expect(an.heard('producerAdded')).toEqual([])
  })

  it('consumes many at once, and tells which of them are gone', async () => {
    const { an, binh } = await two()
    const producerIds = [await an.produce('microphone'), await an.produce('camera'), await an.produce('screen')]
    await an.ask('closeProducer', { producerId: producerIds[1] ?? '' })
    const answer = await binh.consume(...producerIds)
    expect(answer.consumers.map(({ source }) => source).sort()).toEqual(['microphone', 'screen'])
    expect(answer.failed).toEqual([{ producerId: producerIds[1], code: 'PRODUCER_UNKNOWN' }])
  })

  it('gives the same consumer when it is asked for again', async () => {
    const { an, binh } = await two()
    const producerId = await an.produce('microphone')
    const [once, again] = await Promise.all([binh.consume(producerId), binh.consume(producerId, producerId)])
    expect(again.consumers.map(({ id }) => id)).toEqual(once.consumers.map(({ id }) => id))
  })

  it('resumes the consumers that are left when one of them has just ended', async () => {
    const { an, binh } = await two()
    const [microphone, camera] = [await an.produce('microphone'), await an.produce('camera')]
    const { consumers } = await binh.consume(microphone, camera)
    await an.ask('closeProducer', { producerId: camera })
    await binh.hears('producerClosed')
    await binh.ask('resumeConsumers', { consumerIds: consumers.map(({ id }) => id) })
    const ended = consumers.find(({ producerId }) => producerId === camera)
    expect(await binh.refusal('resumeConsumers', { consumerIds: [ended?.id] })).toBe('CONSUMER_UNKNOWN')
  })

  it('tells the others of every pause, return and end', async () => {
    const { an, binh } = await two()
    const producerId = await an.produce('microphone', true)
    expect(await binh.hears('producerAdded')).toMatchObject({ paused: true })
    await an.ask('resumeProducer', { producerId })
    await an.ask('pauseProducer', { producerId })
    await an.ask('closeProducer', { producerId })
    await binh.hears('producerClosed')
    const names = binh.told.map(({ notification }) => notification)
    expect(names).toEqual(['producerAdded', 'producerResumed', 'producerPaused', 'producerClosed'])
    expect(an.told.filter(({ notification }) => notification.startsWith('producer'))).toEqual([])
  })

  it('lets a source be sent again after it was closed', async () => {
    const { an } = await two()
    await an.ask('closeProducer', { producerId: await an.produce('camera') })
    await an.produce('camera')
  })

  it('sends a source once, also when it is asked twice in one moment', async () => {
    const { an } = await two()
    const answers = await Promise.allSettled([an.produce('camera'), an.produce('camera')])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('refuses what the grant does not name, in the very source', async () => {
    const { binh } = await two()
    await binh.produce('microphone')
    await expect(binh.produce('camera')).rejects.toThrow('PUBLISH_NOT_ALLOWED')
  })
})

describe('transports', () => {
  it('take the certificate of a browser and restart ICE with new credentials', async () => {
    const { an } = await two()
    const transportId = an.room.sendTransport.id
    await an.ask('connectTransport', { transportId, dtlsParameters })
    const { iceParameters } = await an.ask('restartIce', { transportId })
    expect(iceParameters).toMatchObject({ iceLite: true })
    expect(iceParameters).not.toEqual(an.room.sendTransport.iceParameters)
  })

  it('that have ended take what was sent on them away from everybody', async () => {
    const { an, binh } = await two()
    const producerId = await an.produce('camera')
    peerOf(an)?.sendTransport.close()
    expect(await binh.hears('producerClosed')).toEqual({ producerId })
    expect(await an.refusal('restartIce', { transportId: an.room.sendTransport.id })).toBe('TRANSPORT_UNKNOWN')
  })
})

it('a room with nobody in it is closed, and opens again for the next', async () => {
  const { meetingId, an, binh } = await two()
  const stands = () => server.registry.rooms.some((room) => room.meetingId === meetingId)
  await an.ask('leave', {})
  expect(stands()).toBe(true)
  await binh.ask('leave', {})
  expect(stands()).toBe(false)
  await TestBrowser.joined(server, { meetingId })
  expect(stands()).toBe(true)
})

function peerOf(browser: TestBrowser) {
  const peers = server.registry.rooms.flatMap((room) => room.peers)
  return peers.find((peer) => peer.sendTransport.id === browser.room.sendTransport.id)
}
