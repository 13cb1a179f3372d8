// npm run bench:failover: kill -9 of a media worker and of the whole media-server in mid-meeting, to sound and picture again.
import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../e2e/support/chromium.ts'
import { Person } from '../e2e/support/person.ts'
import { workersOf } from '../e2e/support/processes.ts'
import { type RunningSystem, startSystem } from '../e2e/support/system.ts'
import { writeVoice } from '../e2e/support/voice.ts'
import { endOfLongestGap, until, watch, watched } from './support/mediaWatch.ts'
import { ms, publish, quantile } from './support/report.ts'

const RUNS = 20
/** Shorter silences happen without any fault. */
const LEAST_GAP_MS = 150
/** The room must be quiet again before the next kill. */
const SETTLED_MS = 3_000
const RESTART_DELAY_MS = 200
const GOES_ON_MS = 1_000

interface Times {
  sound: number[]
  picture: number[]
}

async function killOnce(people: readonly Person[], kill: () => Promise<void> | void): Promise<Times> {
  for (const { page } of people) await watch(page, 'none')
  const killedAt = Date.now()
  await kill()
  const back = await Promise.all(
    people.map(({ page }) =>
      until(async () => {
        const { sound, picture } = await watched(page)
        const ends = {
          sound: endOfLongestGap(sound, killedAt, LEAST_GAP_MS),
          picture: endOfLongestGap(picture, killedAt, LEAST_GAP_MS),
        }
        const now = Date.now()
        const settled = now - Math.max(ends.sound ?? Infinity, ends.picture ?? Infinity) > SETTLED_MS
        // A silence that still lasts has no end yet.
        const goesOn = [sound, picture].every((moments) => now - (moments.at(-1) ?? 0) < GOES_ON_MS)
        return settled && goesOn && ends
      }),
    ),
  )
  return {
    sound: back.map(({ sound }) => (sound ?? Number.NaN) - killedAt),
    picture: back.map(({ picture }) => (picture ?? Number.NaN) - killedAt),
  }
}

async function measure(people: readonly Person[], name: string, kill: () => Promise<void> | void): Promise<string[][]> {
  const all: Times = { sound: [], picture: [] }
  for (let run = 0; run < RUNS; run += 1) {
    const times = await killOnce(people, kill)
    process.stdout.write(
      `${name} ${run + 1}: sound ${times.sound.join(', ')} ms, picture ${times.picture.join(', ')} ms\n`,
    )
    all.sound.push(...times.sound)
    all.picture.push(...times.picture)
  }
  return (['sound', 'picture'] as const).map((what) => [
    name,
    what,
    ms(quantile(all[what], 0.5)),
    ms(quantile(all[what], 0.95)),
    ms(Math.max(...all[what])),
  ])
}

function killWorker(system: RunningSystem): void {
  const [worker] = workersOf(system.mediaServer.pid)
  if (worker === undefined) throw new Error('there is no worker to kill')
  process.kill(worker, 'SIGKILL')
}

/** Back after what the supervisor of `npm start` waits the first time; it waits longer for what dies again and again. */
async function killMediaServer(system: RunningSystem): Promise<void> {
  await system.mediaServer.kill9()
  setTimeout(() => void system.mediaServer.start(), RESTART_DELAY_MS)
}

writeVoice()
const system = await startSystem({ durable: true })
const browser = await chromium.launch(chromiumLaunch)
try {
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)]
  await people[0]?.join('MAU-00001')
  await people[1]?.join('MAU-00004')
  for (const person of people) await person.hearsAndSees(1)
  const rows = [
    ...(await measure(people, 'media worker', () => killWorker(system))),
    ...(await measure(people, 'media-server', () => killMediaServer(system))),
  ]
  publish({
    name: 'failover',
    title: 'Media fail-over',
    about:
      'Two members in a room with camera and microphone. From kill -9 to the end of the longest silence (and still picture) that ' +
      'followed it, at each member. The media-server is started again after 200 ms, as by the supervisor.',
    setting: [`Chromium ${browser.version()}`, `${RUNS} kills each, two members: ${2 * RUNS} times each`],
    columns: ['killed', 'again', 'median', 'p95', 'worst'],
    rows,
  })
} finally {
  await browser.close()
  await system.stop()
}
