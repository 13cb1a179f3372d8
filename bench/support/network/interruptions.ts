// A line that is silent for ten seconds, and one on which UDP stops getting through: how long until there is sound again.
import { conditionsOf, profiles } from '../../../scripts/testing/relay/profiles.ts'
import { endOfLongestGap, until, watched } from '../mediaWatch.ts'
import { ms, quantile } from '../report.ts'
import type { HinderedRoom } from './room.ts'

const CUT_MS = 10_000
/** The voice itself pauses for up to two seconds; with DTX little is sent then. */
const LEAST_GAP_MS = 2_500
/** Sound has gone on for so long: it is back for good. */
const SETTLED_MS = 3_000
const PATIENCE_MS = 60_000

type Interruption = 'cut' | 'tcp'

const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))

/** Resolves with the moment from which the time to sound counts. */
async function interrupt({ place: { relay } }: HinderedRoom, kind: Interruption): Promise<number> {
  if (kind === 'tcp') {
    relay.blockUdp()
    return Date.now()
  }
  relay.cut()
  await wait(CUT_MS)
  relay.mend()
  return Date.now()
}

async function once(room: HinderedRoom, kind: Interruption): Promise<number> {
  const { member } = await room.memberWhoKnowsTheWay()
  const { relay } = room.place
  try {
    await room.comesToDoor(member, 'device-join-voice-only')
    relay.set(conditionsOf(profiles.weak3g))
    await room.joins(member, 'device-join-voice-only')
    await wait(SETTLED_MS)
    const from = await interrupt(room, kind)
    return await until(async () => {
      const { sound } = await watched(member.page)
      const back = kind === 'cut' ? sound.find((moment) => moment > from) : endOfLongestGap(sound, from, LEAST_GAP_MS)
      const now = Date.now()
      const goesOn = now - (sound.at(-1) ?? 0) < LEAST_GAP_MS
      // Nothing was missed when the change was too quick to be a silence.
      const settledFor = now - Math.max(from, back ?? from)
      return (
        goesOn &&
        settledFor > (back === null || back === undefined ? 3 * SETTLED_MS : SETTLED_MS) &&
        (back ?? from) - from
      )
    }, PATIENCE_MS)
  } finally {
    relay.blockUdp(false)
    relay.mend()
    relay.set()
    await room.leave(member)
    await member.goAway()
  }
}

export async function timesToSound(room: HinderedRoom, kind: Interruption, times: number): Promise<string[][]> {
  const all: number[] = []
  while (all.length < times) {
    all.push(await once(room, kind))
    process.stdout.write(`${kind} ${all.length}: sound again after ${all.at(-1)} ms\n`)
  }
  const what = kind === 'cut' ? 'sound again after a cut of 10 s' : 'sound again after UDP is blocked'
  return [['B', what, `${ms(quantile(all, 0.5))}, p95 ${ms(quantile(all, 0.95))}`, all.map(ms).join(', ')]]
}
