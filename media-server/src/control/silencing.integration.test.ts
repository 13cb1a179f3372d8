// The chair switches microphones off: as if their browsers had, told to them, undone by them; also while a line is dead. The other end of
// the control channel is a FAKE signaling.
import { randomUUID } from 'node:crypto'
import type { DesiredPeer } from '@hoi-truong/shared/media'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
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
  seq = 20
  an = await TestBrowser.joined(server, { meetingId, memberId: anId, seq: 10 })
  binh = await TestBrowser.joined(server, { meetingId, memberId: binhId, seq: 10 })
})

afterEach(() => TestBrowser.closeAll())

afterAll(async () => {
  await server.stop()
  await signaling.stop()
})

/** What the meeting says of An from now on; returns when the media-server has heard it. */
async function wish(changes: Partial<DesiredPeer>): Promise<void> {
  seq += 1
  const peers = [desiredPeer(anId, changes), desiredPeer(binhId)]
  signaling.send({ meetingId, epoch: 1, seq, open: true, peers })
  await settled(server, signaling)
}

const rests = (browser: TestBrowser) =>
  browser.told.map(({ notification }) => notification).filter((name) => /^producer(Paused|Resumed)$/.test(name))

it('ends the sound, is told to both sides, and may be undone by the person', async () => {
  const producerId = await an.produce('microphone')
  await wish({ silencedSeq: 15 })
  expect(an.heard('silenced')).toEqual([{}])
  expect(await binh.hears('producerPaused')).toEqual({ producerId })
  await an.ask('resumeProducer', { producerId })
  expect(await binh.hears('producerResumed')).toEqual({ producerId })
  expect(an.heard('grants')).toEqual([])
})

it('happens once, however often the same is said, and again with a later event', async () => {
  const producerId = await an.produce('microphone')
  await wish({ silencedSeq: 15 })
  await an.ask('resumeProducer', { producerId })
  await wish({ silencedSeq: 15 })
  await wish({ silencedSeq: 14 })
  expect(rests(binh)).toEqual(['producerPaused', 'producerResumed'])
  await wish({ silencedSeq: 22 })
  await until(() => rests(binh).length === 3)
  expect(an.heard('silenced')).toHaveLength(2)
})

it('that was before the grant concerns nobody who came since', async () => {
  await an.produce('microphone')
  await wish({ silencedSeq: 10 })
  expect(an.heard('silenced')).toEqual([])
  expect(rests(binh)).toEqual([])
})

it('tells nothing to one whose microphone is off already', async () => {
  await an.produce('microphone', true)
  await wish({ silencedSeq: 15 })
  expect(an.heard('silenced')).toEqual([])
  expect(rests(binh)).toEqual([])
})

it('is told to one who sends nothing yet, so that the microphone begins switched off', async () => {
  await wish({ silencedSeq: 15 })
  expect(an.heard('silenced')).toEqual([{}])
})

it('between a grant and the joining is told after the answer of joining', async () => {
  const late = randomUUID()
  const peers = [desiredPeer(anId), desiredPeer(binhId), desiredPeer(late, { silencedSeq: 15 })]
  signaling.send({ meetingId, epoch: 1, seq: 20, open: true, peers })
  await settled(server, signaling)
  const browser = await TestBrowser.joined(server, { meetingId, memberId: late, seq: 12 })
  await browser.hears('silenced')
})

it('while the line is dead is in the answer of the return, until the person has switched it on', async () => {
  const producerId = await an.produce('microphone')
  const { resumeToken } = an.room
  const resumed = async () => {
    const browser = await TestBrowser.connect(server, { resumeToken })
    return { browser, silenced: (await browser.ask('resume', {})).silenced }
  }
  expect((await resumed()).silenced).toBe(false)
  TestBrowser.closeAll()
  binh = await TestBrowser.joined(server, { meetingId, memberId: binhId, seq: 11 })
  await wish({ silencedSeq: 15 })
  expect(await binh.hears('producerPaused')).toEqual({ producerId })
  const back = await resumed()
  expect(back.silenced).toBe(true)
  await back.browser.ask('resumeProducer', { producerId })
  expect((await resumed()).silenced).toBe(false)
})

it('of a held microphone leaves it off when the floor is given', async () => {
  await wish({ held: ['microphone'] })
  const producerId = await an.produce('microphone')
  await wish({ held: ['microphone'], silencedSeq: 22 })
  expect(an.heard('silenced')).toEqual([{}])
  await wish({ silencedSeq: 22 })
  expect(rests(binh)).toEqual([])
  await an.ask('resumeProducer', { producerId })
  expect(await binh.hears('producerResumed')).toEqual({ producerId })
})

it('leaves camera and screen alone', async () => {
  const camera = await an.produce('camera')
  await wish({ silencedSeq: 15 })
  expect(rests(binh)).toEqual([])
  await an.ask('pauseProducer', { producerId: camera })
  expect(await binh.hears('producerPaused')).toEqual({ producerId: camera })
})
