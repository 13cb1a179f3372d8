// The control channel against a FAKE signaling: it introduces itself, survives every kind of break, and rooms never
// feel any of it.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { FakeSignaling } from '../testing/FakeSignaling.ts'
import { desiredPeer, startTestServer, testConfig } from '../testing/mediaTestServer.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

let signaling: FakeSignaling
let server: MediaServer

const intervals = { answerMs: 300, redialMs: 20, loadMs: 20 }

beforeEach(async () => {
  signaling = new FakeSignaling(testConfig.controlSecret)
  await signaling.start()
  server = await startTestServer({ signalingUrl: signaling.url }, { controlIntervals: intervals })
})

afterEach(async () => {
  TestBrowser.closeAll()
  await server.stop()
  await signaling.stop()
})

const room = (meetingId: string) => ({ meetingId, epoch: 1, seq: 1, open: true, peers: [] })

it('introduces the node and asks for its rooms', async () => {
  await until(() => server.control.connected)
  expect(signaling.handshakes[0]).toMatchObject({
    secret: testConfig.controlSecret,
    nodeId: testConfig.nodeId,
    publicUrl: testConfig.publicUrl,
  })
  expect(signaling.hellos).toEqual([{ rooms: [] }])
})

it('reports its load', async () => {
  await TestBrowser.joined(server)
  await until(() => signaling.loads.some(({ rooms, peers, workers }) => rooms === 1 && peers === 1 && workers === 1))
})

it('while signaling is away, rooms open, go on and close', async () => {
  await until(() => server.control.connected)
  const meetingId = randomUUID()
  const before = await TestBrowser.joined(server, { meetingId })
  const producerId = await before.produce('microphone')
  await signaling.stop()
  await until(() => !server.control.connected)

  const during = await TestBrowser.joined(server, { meetingId })
  expect((await during.consume(producerId)).consumers).toHaveLength(1)
  const another = await TestBrowser.joined(server)
  await another.ask('leave', {})
  expect(before.heard('producerClosed')).toEqual([])
  expect(server.registry.rooms).toHaveLength(1)

  signaling.rooms = [{ ...room(meetingId), seq: 0 }]
  await signaling.start()
  await until(() => server.control.connected)
  expect(signaling.hellos.at(-1)?.rooms).toEqual([{ meetingId, epoch: 1 }])
  expect(signaling.handshakes.at(-1)?.instanceId).toBe(signaling.handshakes[0]?.instanceId)
  expect((await before.join()).memberIds).toHaveLength(2)
})

it('comes back when signaling hangs up', async () => {
  await until(() => server.control.connected)
  signaling.hangUp()
  await until(() => signaling.hellos.length === 2)
})

it('comes back after it was refused', async () => {
  await until(() => server.control.connected)
  signaling.secret = 'a-new-secret-of-control'
  signaling.hangUp()
  await until(() => signaling.handshakes.length >= 4)
  expect(signaling.hellos).toHaveLength(1)
  expect(server.control.connected).toBe(false)
  signaling.secret = testConfig.controlSecret
  await until(() => server.control.connected)
})

it('drops a room that signaling was asked about and does not name', async () => {
  await until(() => server.control.connected)
  const [kept, dropped] = [randomUUID(), randomUUID()]
  const stays = await TestBrowser.joined(server, { meetingId: kept })
  const goes = await TestBrowser.joined(server, { meetingId: dropped })
  signaling.rooms = [{ ...room(kept), seq: 0 }]
  signaling.hangUp()
  expect(await goes.hears('roomLost')).toEqual({ epoch: 1 })
  expect(stays.heard('roomLost')).toEqual([])
})

describe('a desired state that is malformed', () => {
  const meetingId = randomUUID()
  const memberId = randomUUID()
  const good = desiredPeer(memberId)
  const wrongPeers: unknown[] = [
    null,
    'everybody',
    { memberId },
    { ...good, memberId: 'an' },
    { ...good, mayPublish: 'microphone' },
    { ...good, mayPublish: ['smell'] },
    { ...good, held: undefined },
    { ...good, held: 'microphone' },
    { ...good, held: ['everything'] },
    { ...good, neverCapped: 'yes' },
    { ...good, neverCapped: undefined },
    { ...good, silencedSeq: -1 },
    { ...good, silencedSeq: 1.5 },
    { ...good, silencedSeq: '7' },
    { ...good, silencedSeq: undefined },
    { ...good, chair: true },
  ]
  const wrong: unknown[] = [
    null,
    7,
    [],
    { meetingId, epoch: 'one' },
    { ...room(meetingId), seq: -1 },
    { ...room(meetingId), epoch: 0 },
    { ...room(meetingId), open: 'no' },
    { ...room(meetingId), peers: 'nobody' },
    { ...room(meetingId), peers: Array(2_001).fill(good) },
    ...wrongPeers.map((peer) => ({ ...room(meetingId), seq: 1, peers: [peer] })),
  ]

  it('changes nothing, and what comes after it is heard', async () => {
    await until(() => server.control.connected)
    const browser = await TestBrowser.joined(server, { meetingId, memberId })
    await browser.produce('microphone')
    for (const message of wrong) signaling.send(message)
    signaling.send({ ...room(meetingId), seq: 1, peers: [{ ...good, held: ['camera'] }] })
    expect(await browser.hears('grants')).toMatchObject({ held: ['camera'] })
    expect(browser.told).toHaveLength(1)
  })
})
