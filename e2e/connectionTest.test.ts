// Whether it will work, known beforehand: each step says how it is and what to do; a stop is no failure; nothing stays open.
import { vi } from '@hoi-truong/shared/i18n/words'
import type { Browser } from '@playwright/test'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, type PersonOptions, withPeople } from './support/person.ts'
import { type RunningSystem, startSystem } from './support/system.ts'

interface Devices {
  /** What is still open on the page: connections of media, and tracks of its devices. */
  left(): { connections: number; tracks: number }
  /** Microphone and camera fail by this name from now on; `waits`: they answer only when `answer` is called. */
  become(devices: Partial<Record<'audio' | 'video', string>>): void
  answer(): void
}

declare global {
  interface Window {
    __devices?: Devices
  }
}

/** Runs in the page at each load. */
function watchDevices(): void {
  const connections: RTCPeerConnection[] = []
  const tracks: MediaStreamTrack[] = []
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...given)
      connections.push(this)
    }
  }
  if (!navigator.mediaDevices) return
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  let now: Partial<Record<'audio' | 'video', string>> = {}
  const waiting: (() => void)[] = []
  navigator.mediaDevices.getUserMedia = async (wanted = {}) => {
    const state = (wanted.audio && now.audio) || (wanted.video && now.video)
    if (state === 'waits') await new Promise<void>((resolve) => waiting.push(resolve))
    else if (state) throw new DOMException('made by the test', state)
    const stream = await open(wanted)
    tracks.push(...stream.getTracks())
    return stream
  }
  window.__devices = {
    left: () => ({
      connections: connections.filter(({ connectionState }) => connectionState !== 'closed').length,
      tracks: tracks.filter(({ readyState }) => readyState === 'live').length,
    }),
    become: (devices) => {
      now = devices
    },
    answer: () => {
      for (const resolve of waiting.splice(0)) resolve()
    },
  }
}

async function arriveAtTest(browser: Browser, system: RunningSystem, options?: PersonOptions): Promise<Person> {
  const person = await Person.arrive(browser, system, options)
  await person.context.addInitScript(watchDevices)
  await person.signIn('MAU-00016')
  await person.byId('connection-test-link').click()
  await expect(person.byId('connection-test-start')).toBeVisible()
  return person
}

const step = (person: Person, name: string) => person.page.locator(`[data-step="${name}"]`)
const begin = (person: Person) => person.byId('connection-test-start').click()
const ends = (person: Person, phase: 'done' | 'stopped' = 'done') =>
  expect(person.byId('connection-test')).toHaveAttribute('data-phase', phase, { timeout: 60_000 })
const concludes = (person: Person, verdict: string) =>
  expect(person.byId('connection-test-verdict')).toHaveAttribute('data-verdict', verdict)
const become = (person: Person, devices: Parameters<Devices['become']>[0]) =>
  person.page.evaluate((state) => window.__devices?.become(state), devices)
const nothingIsLeft = (person: Person) =>
  expect.poll(() => person.page.evaluate(() => window.__devices?.left())).toEqual({ connections: 0, tracks: 0 })

async function statesOf(person: Person): Promise<Record<string, string | undefined>> {
  const rows = await person.byId('connection-test-step').all()
  const states = rows.map(async (row) => [await row.getAttribute('data-step'), await row.getAttribute('data-state')])
  return Object.fromEntries(await Promise.all(states)) as Record<string, string>
}

test('all is well, on a phone; the result can be sent on, and a refused microphone has its own advice', async ({
  browser,
  system,
}) => {
  await withPeople([await arriveAtTest(browser, system, { phone: true })], async (member) => {
    await begin(member)
    await ends(member)
    expect(await statesOf(member)).toEqual({
      server: 'good',
      udp: 'good',
      tcp: 'good',
      turn: 'notSetUp',
      microphone: 'good',
      camera: 'good',
      bandwidth: 'good',
    })
    await concludes(member, 'full')
    await nothingIsLeft(member)
    const { page } = member
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await findsNothing(member, 'the result')

    await member.context.grantPermissions(['clipboard-read', 'clipboard-write', 'camera', 'microphone'])
    await member.byId('connection-test-copy').click()
    await expect(page.getByText(vi['connectiontest.copied'])).toBeVisible()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toContain(vi['connectiontest.verdict_full'])
    expect(text.split('\n')).toHaveLength(10)
    expect(text).not.toMatch(/MAU-|eyJ|\d+\.\d+\.\d+\.\d+:\d/)

    await become(member, { audio: 'NotAllowedError' })
    await begin(member)
    await ends(member)
    await expect(step(member, 'microphone')).toHaveAttribute('data-reason', 'microphoneRefused')
    await expect(step(member, 'microphone')).toContainText(vi['device.microphone_refused'])
    await expect(step(member, 'camera')).toHaveAttribute('data-state', 'good')
    await concludes(member, 'listen')
    await expect(member.byId('connection-test-first')).toContainText(vi['device.microphone_refused'])
    await nothingIsLeft(member)
  })
})

test('stopped in the middle it is aborted, not failed, and what opens later is released', async ({
  browser,
  system,
}) => {
  await withPeople([await arriveAtTest(browser, system)], async (member) => {
    await become(member, { video: 'waits' })
    await begin(member)
    await expect(step(member, 'camera')).toHaveAttribute('data-state', 'running', { timeout: 60_000 })
    await member.byId('connection-test-stop').click()
    await ends(member, 'stopped')
    const states = await statesOf(member)
    expect(states).toMatchObject({ server: 'good', udp: 'good', camera: 'aborted', bandwidth: 'aborted' })
    expect(Object.values(states)).not.toContain('failed')
    await expect(step(member, 'camera')).toContainText(vi['connectiontest.stopped'])
    await concludes(member, 'unfinished')
    await member.page.evaluate(() => window.__devices?.answer())
    await nothingIsLeft(member)

    await test.step('and so it is by leaving the page', async () => {
      await begin(member)
      await expect(step(member, 'camera')).toHaveAttribute('data-state', 'running', { timeout: 60_000 })
      await member.byId('connection-test-back').click()
      await expect(member.byId('connection-test-link')).toBeVisible()
      await member.page.evaluate(() => window.__devices?.answer())
      await nothingIsLeft(member)
    })
  })
})

test('without the media-server its steps fail with advice, and the devices are tried all the same', async ({
  browser,
}) => {
  const system = await startSystem()
  try {
    await withPeople([await arriveAtTest(browser, system)], async (member) => {
      await system.mediaServer.stop()
      await begin(member)
      await ends(member)
      for (const way of ['udp', 'tcp', 'turn']) {
        await expect(step(member, way)).toHaveAttribute('data-state', 'failed')
        await expect(step(member, way)).toContainText(vi['connectiontest.media_server_away'])
      }
      expect(await statesOf(member)).toMatchObject({ server: 'good', microphone: 'good', camera: 'good' })
      await concludes(member, 'follow')
      await nothingIsLeft(member)

      await system.mediaServer.start()
      await begin(member)
      await ends(member)
      await concludes(member, 'full')
      // The rooms of the test are gone with it.
      const metrics = await (await fetch(`${system.mediaUrl}/metrics`)).text()
      expect(/^\w*rooms(?:\{\})? (\d+)$/m.exec(metrics)?.[1]).toBe('0')
    })
  } finally {
    await system.stop()
  }
})
