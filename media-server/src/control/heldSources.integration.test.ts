// Who has not the floor is heard by nobody, whatever the own browser sends or asks. The packets are counted where they arrive; the other end
// of the control channel is a FAKE signaling.
import { randomUUID } from 'node:crypto'
import type { DesiredPeer } from '@hoi-truong/shared/media'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MediaServer } from '../server.ts'
import { listen, peerOf, useDirectTransports, voiceOf } from '../testing/directTransports.ts'
import { FakeSignaling } from '../testing/FakeSignaling.ts'
import { desiredPeer, startTestServer, testConfig } from '../testing/mediaTestServer.ts'
import { settled } from '../testing/settled.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

let signaling: FakeSignaling
let server: MediaServer
let meetingId: string
let seq: number
const anId = randomUUID()
const binhId = randomUUID()
const chiId = randomUUID()
/** Has not the floor. */
let an: TestBrowser
let binh: TestBrowser
/** Has it. */
let chi: TestBrowser

beforeAll(async () => {
  useDirectTransports()
  signaling = new FakeSignaling(testConfig.controlSecret)
  await signaling.start()
  server = await startTestServer({ signalingUrl: signaling.url })
  await until(() => server.control.connected)
})

beforeEach(async () => {
  meetingId = randomUUID()
  seq = 10
  an = await TestBrowser.joined(server, { meetingId, memberId: anId, seq, held: ['microphone'] })
  binh = await TestBrowser.joined(server, { meetingId, memberId: binhId, seq })
  chi = await TestBrowser.joined(server, { meetingId, memberId: chiId, seq })
})

afterEach(() => TestBrowser.closeAll())

afterAll(async () => {
  await server.stop()
  await signaling.stop()
  vi.restoreAllMocks()
})

/** What the meeting says of An from now on. */
function wish(changes: Partial<DesiredPeer>): void {
  seq += 1
  const peers = [desiredPeer(anId, changes), desiredPeer(binhId), desiredPeer(chiId)]
  signaling.send({ meetingId, epoch: 1, seq, open: true, peers })
}

const toldOf = (browser: TestBrowser, producerId: string) =>
  browser.told
    .filter(({ body }) => (body as { producerId?: string }).producerId === producerId)
    .map(({ notification }) => notification)

it('is heard by nobody, with a browser that sends all the same, asks all the same and produces again', async () => {
  const chisMicrophone = await chi.produce('microphone')
  const heardOfChi = await listen(server, binh, chisMicrophone)
  const chisVoice = voiceOf(server, chi, chisMicrophone)
  /** A worker carries out one thing after the other: what arrives behind shows that what went before has not. */
  const afterAllPackets = async () => {
    const before = heardOfChi.length
    chisVoice.speak(1)
    await until(() => heardOfChi.length > before)
  }

  const first = await an.produce('microphone')
  expect(await binh.hears('producerAdded')).toMatchObject({ paused: false })
  expect(binh.heard('producerAdded').find(({ producerId }) => producerId === first)).toMatchObject({ paused: true })
  const heard = await listen(server, binh, first)
  const voice = voiceOf(server, an, first)
  voice.speak(50)
  await an.ask('resumeProducer', { producerId: first })
  voice.speak(50)
  await expect(an.produce('microphone')).rejects.toThrow('SOURCE_TAKEN')
  voice.speak(50)
  await an.ask('pauseProducer', { producerId: first })
  await an.ask('resumeProducer', { producerId: first })
  voice.speak(50)
  await afterAllPackets()
  await an.ask('closeProducer', { producerId: first })

  const second = await an.produce('microphone')
  const heardAgain = await listen(server, binh, second)
  const secondVoice = voiceOf(server, an, second)
  secondVoice.speak(50)
  await afterAllPackets()
  expect([heard, heardAgain]).toEqual([[], []])
  expect(toldOf(binh, first)).toEqual(['producerAdded', 'producerClosed'])
  expect(toldOf(binh, second)).toEqual(['producerAdded'])

  // The floor is given: from then on every packet arrives, the first one too.
  wish({})
  expect(await an.hears('grants')).toMatchObject({ held: [] })
  await until(() => toldOf(binh, second).includes('producerResumed'))
  const spoken = secondVoice.speak(3)
  await until(() => heardAgain.length === 3)
  expect(heardAgain.map(({ timestamp }) => timestamp)).toEqual(spoken.map(({ timestamp }) => timestamp))

  // And taken away.
  wish({ held: ['microphone'] })
  await until(() => toldOf(binh, second).includes('producerPaused'))
  secondVoice.speak(50)
  await afterAllPackets()
  expect(heardAgain).toHaveLength(3)
  expect(heard).toEqual([])
})

describe('the browser’s own wish', () => {
  it('is remembered while it is held, and holds when that ends', async () => {
    const microphone = await an.produce('microphone')
    await an.ask('pauseProducer', { producerId: microphone })
    wish({})
    await an.hears('grants')
    await settled(server, signaling)
    expect(toldOf(binh, microphone)).toEqual(['producerAdded'])
    await an.ask('resumeProducer', { producerId: microphone })
    await until(() => toldOf(binh, microphone).length === 2)
    await an.ask('resumeProducer', { producerId: microphone })
    await an.ask('pauseProducer', { producerId: microphone })
    wish({ held: ['microphone'] })
    wish({})
    await an.ask('pauseProducer', { producerId: microphone })
    await settled(server, signaling)
    expect(toldOf(binh, microphone)).toEqual(['producerAdded', 'producerResumed', 'producerPaused'])
  })

  it('and the hold together are what somebody who joins is told', async () => {
    const microphone = await an.produce('microphone')
    const dungId = randomUUID()
    const dung = await TestBrowser.joined(server, { meetingId, memberId: dungId, seq: 99 })
    expect(dung.room.producers).toEqual([
      { producerId: microphone, memberId: anId, source: 'microphone', paused: true },
    ])
    wish({})
    await dung.hears('producerResumed')
    const back = await TestBrowser.connect(server, { resumeToken: dung.room.resumeToken })
    expect((await back.ask('resume', {})).producers).toMatchObject([{ producerId: microphone, paused: false }])
  })
})

describe('what is held', () => {
  it('comes from the newer of grant and desired state', async () => {
    expect(an.room).toMatchObject({ held: ['microphone'], mayPublish: ['microphone', 'camera', 'screen'] })
    wish({ held: ['camera'] })
    await an.hears('grants')
    const older = await TestBrowser.joined(server, { meetingId, memberId: anId, seq: 10, held: ['microphone'] })
    expect(older.room.held).toEqual(['camera'])
    const younger = await TestBrowser.joined(server, { meetingId, memberId: anId, seq: 99, held: ['microphone'] })
    expect(younger.room.held).toEqual(['microphone'])
  })

  it('concerns that source alone, and is told once', async () => {
    const camera = await an.produce('camera')
    expect(await binh.hears('producerAdded')).toMatchObject({ producerId: camera, paused: false })
    wish({ held: ['microphone', 'camera'] })
    wish({ held: ['camera', 'microphone'] })
    await until(() => toldOf(binh, camera).includes('producerPaused'))
    await settled(server, signaling)
    expect(an.heard('grants')).toHaveLength(1)
    expect(toldOf(binh, camera)).toEqual(['producerAdded', 'producerPaused'])
  })

  it('is held from the first moment when the floor goes while the worker still works on it', async () => {
    wish({})
    await an.hears('grants')
    const pid = server.workers.alive[0]?.pid ?? 0
    process.kill(pid, 'SIGSTOP')
    const peer = peerOf(server, an)
    const underWay = vi.spyOn(peer.sendTransport.transport, 'produce')
    const producing = an.produce('microphone')
    try {
      await until(() => underWay.mock.calls.length === 1)
      wish({ held: ['microphone'] })
      await until(() => peer.producers.held.length === 1)
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    const microphone = await producing
    const heard = await listen(server, binh, microphone)
    voiceOf(server, an, microphone).speak(20)
    const chis = await chi.produce('microphone')
    const heardOfChi = await listen(server, binh, chis)
    voiceOf(server, chi, chis).speak(1)
    await until(() => heardOfChi.length === 1)
    expect(heard).toEqual([])
  })
})
