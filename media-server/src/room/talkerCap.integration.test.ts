// Four who speak at once, packet by packet: the fourth is kept from the others, the third is not, and whoever speaks after a silence is heard
// from the first frame.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { MediaServer } from '../server.ts'
import { consumerOf, listen, useDirectTransports, voiceOf } from '../testing/directTransports.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
import type { Sent, Voice } from '../testing/rtpPackets.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

interface Person {
  memberId: string
  browser: TestBrowser
  producerId: string
  voice: Voice
  /** What arrives at the listener. */
  heard: Sent[]
}

/** The longest frames that are sent, so the fewest packets that there are in a second. */
const FRAME_MS = 60

let server: MediaServer
let meetingId: string
let listener: TestBrowser
/** Those who speak now, frame after frame. */
const speaking = new Set<Person>()
let frames: NodeJS.Timeout

beforeAll(async () => {
  useDirectTransports()
  server = await startTestServer()
  let sentUntil = performance.now()
  frames = setInterval(() => {
    // By the clock: on a busy machine the timer comes late, and a sender of too few packets is not measured.
    const due = Math.floor((performance.now() - sentUntil) / FRAME_MS)
    sentUntil += due * FRAME_MS
    for (const { voice } of speaking) voice.speak(due)
  }, FRAME_MS)
})

afterEach(() => {
  speaking.clear()
  TestBrowser.closeAll()
})

afterAll(async () => {
  clearInterval(frames)
  await server.stop()
  vi.restoreAllMocks()
})

async function room(count: number, neverCapped = -1): Promise<Person[]> {
  meetingId = randomUUID()
  listener = await TestBrowser.joined(server, { meetingId })
  const people: Person[] = []
  for (let index = 0; index < count; index += 1) {
    const memberId = randomUUID()
    const browser = await TestBrowser.joined(server, { meetingId, memberId, neverCapped: index === neverCapped })
    const producerId = await browser.produce('microphone')
    const heard = await listen(server, listener, producerId)
    people.push({ memberId, browser, producerId, voice: voiceOf(server, browser, producerId), heard })
  }
  return people
}

const shown = () =>
  listener
    .heard('speakers')
    .at(-1)
    ?.speakers.map(({ memberId }) => memberId) ?? []
const isPaused = ({ producerId }: Person) => consumerOf(server, listener, producerId).paused
const isUnheard = ({ browser }: Person) => browser.heard('talkingOver').at(-1)?.unheard === true

async function speak(...people: Person[]): Promise<void> {
  for (const person of people) speaking.add(person)
  await until(() => people.every(({ memberId }) => shown().includes(memberId)))
}

it('the fourth is kept from everybody, the third is not; a place that falls free is the fourth’s', async () => {
  const [an, binh, chi, dung] = (await room(4)) as [Person, Person, Person, Person]
  await speak(an, binh, chi)
  speaking.add(dung)
  await until(() => isUnheard(dung) && isPaused(dung))
  expect([an, binh, chi].map(isPaused)).toEqual([false, false, false])
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('media_producers_capped 1\n')
  const before = [chi, dung].map(({ heard }) => heard.length) as [number, number]

  // Who comes now does not hear the fourth either.
  const late = await TestBrowser.joined(server, { meetingId })
  const [heardOfChi, heardOfDung] = [
    await listen(server, late, chi.producerId),
    await listen(server, late, dung.producerId),
  ]
  const rounds = listener.heard('speakers').length
  await until(() => listener.heard('speakers').length >= rounds + 2)
  expect(new Set(shown())).toEqual(new Set([an, binh, chi].map(({ memberId }) => memberId)))
  expect(chi.heard.length).toBeGreaterThan(before[0] + 10)
  expect(heardOfChi.length).toBeGreaterThan(10)
  expect([dung.heard.length, heardOfDung.length]).toEqual([before[1], 0])

  speaking.delete(an)
  await until(() => !isUnheard(dung) && heardOfDung.length > 0 && dung.heard.length > before[1])
  expect(dung.browser.heard('talkingOver')).toEqual([{ unheard: true }, { unheard: false }])
  expect([an, binh, chi].flatMap(({ browser }) => browser.heard('talkingOver'))).toEqual([])
})

it('a place is free at once when a microphone is switched off', async () => {
  const [an, binh, chi, dung] = (await room(4)) as [Person, Person, Person, Person]
  await speak(an, binh, chi)
  speaking.add(dung)
  await until(() => isUnheard(dung))
  await binh.browser.ask('pauseProducer', { producerId: binh.producerId })
  await until(() => !isUnheard(dung) && !isPaused(dung))
})

it('the chair and whoever has the floor are heard though three speak: the last of these gives way', async () => {
  const [an, binh, chi, chair] = (await room(4, 3)) as [Person, Person, Person, Person]
  await speak(an)
  await speak(binh)
  await speak(chi)
  speaking.add(chair)
  await until(() => isUnheard(chi) && isPaused(chi))
  const before = chair.heard.length
  await until(() => chair.heard.length > before + 5)
  expect([an, binh, chair].flatMap(({ browser }) => browser.heard('talkingOver'))).toEqual([])
})

it('after five seconds of silence speech is heard from its first frame', async () => {
  const [an] = (await room(1)) as [Person]
  await speak(an)
  speaking.delete(an)
  const silentSince = performance.now()
  await until(() => shown().length === 0)
  await until(() => performance.now() - silentSince > 5_000)
  const before = an.heard.length
  an.voice.rest(5_000)
  const spoken = an.voice.speak(10)
  await until(() => an.heard.length === before + 10)
  const arrived = an.heard.slice(before)
  expect(arrived.map(({ timestamp }) => timestamp)).toEqual(spoken.map(({ timestamp }) => timestamp))
  const last = an.heard[before - 1]
  expect(arrived.map(({ sequence }) => sequence - (last?.sequence ?? 0))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

it('whoever was away learns at the return whether the others hear it', async () => {
  const [an, binh, chi, dung] = (await room(4)) as [Person, Person, Person, Person]
  await speak(an, binh, chi)
  speaking.add(dung)
  await until(() => isUnheard(dung))
  dung.browser.socket.disconnect()
  const { resumeToken } = dung.browser.room
  const back = await TestBrowser.connect(server, { resumeToken })
  await back.ask('resume', {})
  expect(await back.hears('talkingOver')).toEqual({ unheard: true })
  back.socket.disconnect()
  await binh.browser.ask('closeProducer', { producerId: binh.producerId })
  const again = await TestBrowser.connect(server, { resumeToken })
  await again.ask('resume', {})
  expect(await again.hears('talkingOver')).toEqual({ unheard: false })
})

it('a browser’s own pause outlasts the cap', async () => {
  const [an, binh, chi, dung] = (await room(4)) as [Person, Person, Person, Person]
  await speak(an, binh, chi)
  speaking.add(dung)
  await until(() => isUnheard(dung))
  const consumerIds = [consumerOf(server, listener, dung.producerId).id]
  await listener.ask('pauseConsumers', { consumerIds })
  speaking.delete(an)
  await until(() => !isUnheard(dung))
  const before = dung.heard.length
  const others = binh.heard.length
  await until(() => binh.heard.length > others + 5)
  expect(dung.heard.length).toBe(before)
  await listener.ask('resumeConsumers', { consumerIds })
  await until(() => dung.heard.length > before)
})
