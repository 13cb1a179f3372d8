// npm run bench:packets: 24 cameras and a phone. `-- --cameras=24 --seconds=30` shorten it; what is shortened is told and not written down.
import { parseArgs } from 'node:util'
import { fillRoom } from '../e2e/support/fullRoom.ts'
import { Generators } from '../e2e/support/generators.ts'
import { setHidden } from '../e2e/support/hiding.ts'
import { HinderedPlace } from '../e2e/support/hinderedPlace.ts'
import type { Person } from '../e2e/support/person.ts'
import { workersOf } from '../e2e/support/processes.ts'
import { FRESH_AFTER_SECONDS, sentMedia } from '../e2e/support/sentMedia.ts'
import { until } from './support/mediaWatch.ts'
import { processorTime } from './support/processor.ts'
import { publish } from './support/report.ts'

const { values } = parseArgs({
  options: { cameras: { type: 'string', default: '24' }, seconds: { type: 'string', default: '30' } },
})
const [cameras, seconds] = [Number(values.cameras), Number(values.seconds)]

const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time * 1_000))

async function measure(place: HinderedPlace, phone: Person, name: string): Promise<string[]> {
  // The server's figures are as of at most so long ago: both looks are to be fresh.
  await wait(FRESH_AFTER_SECONDS + 1)
  const look = async () => ({
    sent: await sentMedia(place.system),
    line: place.relay.counts,
    pictures: await phone.stats(),
    worker: workersOf(place.system.mediaServer.pid).reduce((sum, pid) => sum + processorTime(pid), 0),
    at: performance.now(),
  })
  const before = await look()
  await wait(seconds)
  const now = await look()
  const elapsed = (now.at - before.at) / 1_000
  const per = (after: number, earlier: number) => (after - earlier) / elapsed
  const packets = (source: 'camera' | 'microphone') =>
    per(now.sent[source].packets, before.sent[source].packets).toFixed(0)
  const kbits = (source: 'camera' | 'microphone') =>
    ((per(now.sent[source].bytes, before.sent[source].bytes) * 8) / 1_000).toFixed(0)
  const shown = Object.entries(now.pictures).filter(
    ([id, { framesDecoded }]) => framesDecoded > (before.pictures[id]?.framesDecoded ?? 0),
  )
  const heights = shown.map(([, { sources }]) => sources.camera?.frameHeight ?? 0)
  const row = [
    name,
    `${((per(now.line.down.bytes, before.line.down.bytes) * 8) / 1_000).toFixed(0)} kbit/s`,
    per(now.line.down.packets, before.line.down.packets).toFixed(0),
    `${packets('camera')} (${kbits('camera')} kbit/s)`,
    `${packets('microphone')} (${kbits('microphone')} kbit/s)`,
    String(now.sent.consumers),
    shown.length === 0 ? 'none' : `${shown.length} of ${[...new Set(heights)].join(', ')} px`,
    `${((per(now.worker, before.worker) / 1_000) * 100).toFixed(0)} %`,
  ]
  process.stdout.write(`${row.join(' | ')}\n`)
  return row
}

const place = await HinderedPlace.open({ durable: true })
try {
  const generators = await Generators.open((await place.arriveElsewhere()).context, place.system)
  const { meetingId, number } = await fillRoom(place.system, generators, cameras)
  const phone = await place.arrive({ phone: true })
  await phone.enterAs(number, meetingId, 'device-join-voice-only')
  await until(async () => (await phone.pictures()) > 0, 60_000)
  const rows = [await measure(place, phone, 'a phone, as it comes')]
  await setHidden(phone.page, true)
  rows.push(await measure(place, phone, 'its tab hidden'))
  await setHidden(phone.page, false)
  await generators.close()
  publish(
    {
      name: 'packets',
      title: 'What a full room costs a phone',
      about:
        `A meeting of ${cameras + 1}: ${cameras} members with cameras (two layers, 320x180 and 640x360), all joined the real way from one page, and a ` +
        'phone (Chromium, 390x844) with its microphone on and no camera. The chair speaks from a recording; the other microphones are on and quiet. “Line” is what came ' +
        'down to the phone, counted by the relay: sockets included, with the headers of IP, UDP and TCP. Packets and kbit/s by source are the ' +
        'media-server’s own counters (RTP, without those headers); the phone is the only one who receives. “Worker” is the media worker’s ' +
        'processor time, of one core, for all senders.',
      setting: [
        `Chromium ${place.browserVersion}, ${seconds} s each`,
        'encoders of all senders share the machine with the servers and the phone',
      ],
      columns: ['who', 'line', 'packets/s', 'pictures, packets/s', 'sound, packets/s', 'consumers', 'shown', 'worker'],
      rows,
    },
    { keep: cameras >= 24 && seconds >= 30 },
  )
} finally {
  await place.close()
}
