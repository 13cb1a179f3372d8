// npm run bench:network: a member behind a bad network, made by the project's own relay. `-- --only=edge,weak3g,listening,cut,tcp`, `--runs=5`,
// `--seconds=60`, `--listen-seconds=300`, `--times=10` shorten it; what is shortened is told and not written down.
import { parseArgs } from 'node:util'
import { HinderedPlace } from '../e2e/support/hinderedPlace.ts'
import { profiles } from '../scripts/testing/relay/profiles.ts'
import { timesToSound } from './support/network/interruptions.ts'
import { listeningCost } from './support/network/listeningCost.ts'
import { measureProfile } from './support/network/profile.ts'
import { HinderedRoom } from './support/network/room.ts'
import { publish } from './support/report.ts'

const parts = ['edge', 'weak3g', 'listening', 'cut', 'tcp'] as const
type Part = (typeof parts)[number]

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: parts.join(',') },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '60' },
    'listen-seconds': { type: 'string', default: '300' },
    times: { type: 'string', default: '10' },
    seed: { type: 'string', default: 'hoi-truong' },
  },
})
const wanted = values.only.split(',') as Part[]
const [runs, seconds, listenSeconds, times] = [values.runs, values.seconds, values['listen-seconds'], values.times].map(
  Number,
) as [number, number, number, number]

const measure: Record<Part, (room: HinderedRoom) => Promise<string[][]>> = {
  edge: (room) => measureProfile(room, 'A', profiles.edge, { runs, seconds }),
  weak3g: (room) => measureProfile(room, 'B', profiles.weak3g, { runs, seconds }),
  listening: (room) => listeningCost(room, listenSeconds),
  cut: (room) => timesToSound(room, 'cut', times),
  tcp: (room) => timesToSound(room, 'tcp', times),
}

// The chair's commands come from here for half an hour with one token.
const place = await HinderedPlace.open({ seed: values.seed, durable: true, env: { ACCESS_TOKEN_SECONDS: '7200' } })
try {
  const room = await HinderedRoom.open(place)
  const rows: string[][] = []
  for (const part of parts) if (wanted.includes(part)) rows.push(...(await measure[part](room)))
  const isWhole = wanted.length === parts.length && runs >= 5 && seconds >= 60 && listenSeconds >= 300 && times >= 10
  publish(
    {
      name: 'network',
      title: 'Bad networks',
      about:
        'One member, on a phone, behind the relay of `scripts/testing/relay`: A is 64 kbit/s down and 32 up, 400 ms of round trip (half of it ' +
        'each way), 5 % loss each way; B is 256 kbit/s both ways, 300 ms, 5 %. Up to 20 ms of jitter, half a second of queue. Pages, sockets, ' +
        'sound and picture share the line. Page and code are there before the line turns bad; then the member presses “Vào phòng” (camera and ' +
        'microphone on), and each run begins at the first sound: the time in which the room finds out how poor the link is belongs to it. The ' +
        'chair, straight at the servers, speaks from a recording and shows a camera. Concealment is (concealedSamples - ' +
        'silentConcealedSamples) / totalSamplesReceived. Every 2 s the chair raises or lowers a hand, every 5 s the member does. Megabytes are ' +
        'of 1,000,000 bytes, both ways, sockets included, with the headers of IP, UDP and TCP. “Sound again” counts from the end of the cut, ' +
        'or from the moment in which UDP is blocked, to the end of the longest silence; these on B.',
      setting: [
        `Chromium ${place.browserVersion}, ${runs} runs of ${seconds} s, ${times} times each, seed “${values.seed}”`,
        'median over the runs (all of them in brackets)',
      ],
      columns: ['network', 'what', 'median', 'all'],
      rows,
    },
    { keep: isWhole },
  )
} finally {
  await place.close()
}
