// What each device may receive is enforced here, not asked for: cameras are counted, the rate of the transport is limited, and whatever
// changes is told.
import { randomUUID } from 'node:crypto'
import type { DeviceClass } from '@hoi-truong/shared/media'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { consumerOf, peerOf } from '../testing/directTransports.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

let server: MediaServer
let meetingId: string
let phone: TestBrowser

beforeAll(async () => {
  server = await startTestServer()
})

beforeEach(async () => {
  meetingId = randomUUID()
  phone = await join('phone')
})

afterEach(() => TestBrowser.closeAll())

afterAll(() => server.stop())

const join = (device: DeviceClass) => TestBrowser.joined(server, { meetingId }, device)

/** Members with a camera on; the ids of the producers. */
async function cameras(count: number): Promise<{ browser: TestBrowser; producerId: string }[]> {
  const join = async () => {
    const browser = await TestBrowser.joined(server, { meetingId })
    return { browser, producerId: await browser.produce('camera') }
  }
  return Promise.all(Array.from({ length: count }, join))
}

async function consume(browser: TestBrowser, producerIds: string[]): Promise<string[]> {
  const { consumers } = await browser.consume(...producerIds)
  return producerIds.map((wanted) => consumers.find(({ producerId }) => producerId === wanted)?.id ?? '')
}

const paused = (browser: TestBrowser, producerIds: string[]) =>
  producerIds.map((producerId) => consumerOf(server, browser, producerId).paused)

/** Limit of the pictures on the transport to this browser, as the worker has it. */
async function limit(browser: TestBrowser): Promise<number | undefined> {
  const [stats] = await peerOf(server, browser).receiveTransport.transport.getStats()
  return stats?.maxOutgoingBitrate
}

describe('joining', () => {
  it.each([
    ['phone', 3, 360_000, 216_000],
    ['computer', 4, 2_500_000, 2_350_000],
    ['site', 9, 4_000_000, 3_850_000],
  ] as const)('as a %s is answered with what that may receive', async (device, most, receiveBitrate, pictures) => {
    const browser = await join(device)
    expect(browser.room.policy).toMatchObject({ cameras: most, receiveBitrate, voice: 'usual' })
    expect(await limit(browser)).toBe(pictures)
    const back = await TestBrowser.connect(server, { resumeToken: browser.room.resumeToken })
    expect((await back.ask('resume', {})).policy).toEqual(browser.room.policy)
  })
})

describe('more cameras than allowed', () => {
  it('are refused, and nothing of that request is done', async () => {
    const sent = (await cameras(4)).map(({ producerId }) => producerId)
    const speaker = await join('computer')
    const microphone = await speaker.produce('microphone')
    const consumerIds = await consume(phone, [microphone, ...sent])
    expect(await phone.refusal('resumeConsumers', { consumerIds })).toBe('TOO_MANY_PICTURES')
    expect(paused(phone, [microphone, ...sent])).toEqual([true, true, true, true, true])
    await phone.ask('resumeConsumers', { consumerIds: consumerIds.slice(0, 4) })
    expect(await phone.refusal('resumeConsumers', { consumerIds: consumerIds.slice(4) })).toBe('TOO_MANY_PICTURES')
    expect(paused(phone, [microphone, ...sent])).toEqual([false, false, false, false, true])
    // The same again is no more than before, and one for another is no more either.
    await phone.ask('resumeConsumers', { consumerIds: consumerIds.slice(0, 4) })
    await phone.ask('pauseConsumers', { consumerIds: consumerIds.slice(1, 2) })
    await phone.ask('resumeConsumers', { consumerIds: consumerIds.slice(4) })
    expect(paused(phone, sent)).toEqual([true, false, false, false])
  })

  it('are not counted while they are off; screens are never counted', async () => {
    const all = await cameras(4)
    const sent = all.map(({ producerId }) => producerId)
    const screens = await Promise.all(all.map(({ browser }) => browser.produce('screen')))
    const consumerIds = await consume(phone, [...sent, ...screens])
    await all[0]?.browser.ask('pauseProducer', { producerId: sent[0] ?? '' })
    await until(() => consumerOf(server, phone, sent[0] ?? '').producerPaused)
    await phone.ask('resumeConsumers', { consumerIds })
    expect(paused(phone, [...sent, ...screens])).toEqual(Array(8).fill(false))

    // It comes on again: the one that was resumed first waits, until the browser itself does with fewer.
    await all[0]?.browser.ask('resumeProducer', { producerId: sent[0] ?? '' })
    await until(() => paused(phone, sent)[0] === true)
    await phone.ask('pauseConsumers', { consumerIds: consumerIds.slice(1, 2) })
    await until(() => paused(phone, sent)[0] === false)
    expect(paused(phone, sent)).toEqual([false, true, false, false])
  })
})

it('a screen is served before faces where not all fits', async () => {
  const [an] = await cameras(1)
  const sent = [an?.producerId ?? '', (await an?.browser.produce('screen')) ?? '']
  await consume(phone, sent)
  const priorities = () => sent.map((producerId) => consumerOf(server, phone, producerId).priority)
  await until(() => (priorities()[1] ?? 0) > (priorities()[0] ?? 0))
})

describe('when the policy sinks', () => {
  it('surplus cameras wait, those resumed first; the browser is told and layers become small', async () => {
    const sent = (await cameras(3)).map(({ producerId }) => producerId)
    const consumerIds = await consume(phone, sent)
    await phone.ask('resumeConsumers', { consumerIds })
    await phone.ask('setPreferredLayers', { consumerId: consumerIds[2] ?? '', spatialLayer: 2, temporalLayer: 1 })
    const layers = () => sent.map((id) => consumerOf(server, phone, id).preferredLayers?.spatialLayer)
    await until(() => layers().every((layer) => layer === 1))
    await cameras(2)
    const told = await phone.hears('policy')
    expect(told).toEqual({ cameras: 2, highestLayer: 0, receiveBitrate: 360_000, voice: 'usual' })
    await until(() => paused(phone, sent)[0] === true && layers().every((layer) => layer === 0))
    expect(paused(phone, sent)).toEqual([true, false, false])
    expect(consumerOf(server, phone, sent[2] ?? '').preferredLayers).toEqual({ spatialLayer: 0, temporalLayer: 1 })
    expect(await phone.refusal('resumeConsumers', { consumerIds: await consume(phone, [await oneMore()]) })).toBe(
      'TOO_MANY_PICTURES',
    )
    // Sound goes through all the same.
    const speaker = await join('computer')
    await phone.ask('resumeConsumers', { consumerIds: await consume(phone, [await speaker.produce('microphone')]) })
  })

  it('a change that a device does not feel is not told to it', async () => {
    const computer = await join('computer')
    await cameras(5)
    await phone.hears('policy')
    expect(computer.heard('policy')).toEqual([])
  })

  const oneMore = async () => (await cameras(1))[0]?.producerId ?? ''
})

describe('a report of the link', () => {
  it('limits what is sent to the lower of wish and policy', async () => {
    const answer = await phone.ask('reportLink', { link: 'good', mostBitrate: 200_000 })
    expect(answer.availableBitrate === null || answer.availableBitrate > 0).toBe(true)
    expect(await limit(phone)).toBe(120_000)
    await phone.ask('reportLink', { link: 'good', mostBitrate: 1_000_000 })
    expect(await limit(phone)).toBe(216_000)
    await phone.ask('reportLink', { link: 'good', mostBitrate: 10_000 })
    expect(await limit(phone)).toBe(30_000)
    await phone.ask('reportLink', { link: 'good', mostBitrate: null })
    expect(await limit(phone)).toBe(216_000)
  })

  it('of one poor link makes everybody’s voice frugal, also of who comes later; said once', async () => {
    const computer = await join('computer')
    for (let times = 0; times < 5; times += 1) await phone.ask('reportLink', { link: 'poor', mostBitrate: null })
    expect(await computer.hears('policy')).toMatchObject({ cameras: 4, voice: 'frugal' })
    expect(await phone.hears('policy')).toMatchObject({ voice: 'frugal' })
    expect((await join('site')).room.policy.voice).toBe('frugal')
    await phone.ask('leave', {})
    expect((await join('computer')).room.policy.voice).toBe('frugal')
    expect(computer.heard('policy')).toHaveLength(1)
    const elsewhere = await TestBrowser.joined(server)
    expect(elsewhere.room.policy.voice).toBe('usual')
  })
})
