// npm run bench:join: from the press on "enter the room" to the first sound and the first picture of somebody else, in Chromium.
import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../e2e/support/chromium.ts'
import { Person } from '../e2e/support/person.ts'
import { startSystem } from '../e2e/support/system.ts'
import { writeVoice } from '../e2e/support/voice.ts'
import { until, watch, watched } from './support/mediaWatch.ts'
import { ms, publish, quantile } from './support/report.ts'

const RUNS = 20

async function joinOnce(person: Person): Promise<{ sound: number; picture: number }> {
  await person.byId('meeting-join').first().click()
  await person.byId('device-join').waitFor()
  await watch(person.page, 'device-join')
  await person.byId('device-join').click()
  const seen = await until(async () => {
    const moments = await watched(person.page)
    return moments.clicked !== null && moments.sound.length > 0 && moments.picture.length > 0 && moments
  })
  const clicked = seen.clicked ?? 0
  await person.byId('leave').click()
  await person.byId('meeting-join').first().waitFor()
  return { sound: (seen.sound[0] ?? 0) - clicked, picture: (seen.picture[0] ?? 0) - clicked }
}

writeVoice()
const system = await startSystem({ durable: true })
const browser = await chromium.launch(chromiumLaunch)
try {
  const host = await Person.arrive(browser, system)
  await host.join('MAU-00001')
  const joiner = await Person.arrive(browser, system)
  await joiner.signIn('MAU-00004')
  await joinOnce(joiner) // warm: the room's code is loaded
  const runs: { sound: number; picture: number }[] = []
  while (runs.length < RUNS) runs.push(await joinOnce(joiner))
  const row = (name: string, times: number[]) => [
    name,
    ms(quantile(times, 0.5)),
    ms(quantile(times, 0.95)),
    ms(Math.max(...times)),
  ]
  publish({
    name: 'join',
    title: 'Joining',
    about:
      'One member is in the room with camera and microphone; another presses “Vào phòng” after the device check. Measured in the ' +
      'page, from the click to the first sound and to the first decoded picture of the other; looked at every 20 ms. Both browsers, ' +
      'encoding 1280x720 in software, share the machine with all servers; no network delay.',
    setting: [`Chromium ${browser.version()}`, `${RUNS} runs after one to load the page's code`],
    columns: ['to', 'median', 'p95', 'worst'],
    rows: [
      row(
        'first sound',
        runs.map(({ sound }) => sound),
      ),
      row(
        'first picture',
        runs.map(({ picture }) => picture),
      ),
    ],
  })
} finally {
  await browser.close()
  await system.stop()
}
