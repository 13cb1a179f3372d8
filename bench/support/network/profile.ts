// One bad network, several times: join to first sound, concealment, pictures, control messages, whether anybody was dropped.
import { conditionsOf, type Profile } from '../../../scripts/testing/relay/profiles.ts'
import { stopWatching } from '../mediaWatch.ts'
import { quantile } from '../report.ts'
import { type Heard, listen } from './listening.ts'
import type { HinderedRoom } from './room.ts'

const CHAIR_ACTS_EVERY_MS = 2_000
const MEMBER_ACTS_EVERY_MS = 5_000

interface Run extends Heard {
  firstSoundMs: number
  /** Events that the chair's commands made, and how many of them were missing in the page at the end. */
  events: number
  missing: number
  commands: number
  inOrder: boolean
  reconnects: number
  dropped: boolean
}

async function everyMs(ms: number, signal: AbortSignal, act: () => Promise<void>): Promise<number> {
  let acts = 0
  while (!signal.aborted) {
    const next = performance.now() + ms
    await act()
    acts += 1
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
  }
  return acts
}

async function runOnce(room: HinderedRoom, profile: Profile, seconds: number): Promise<Run> {
  const { member, traffic } = await room.memberWhoKnowsTheWay()
  try {
    await room.comesToDoor(member, 'device-join')
    room.place.relay.set(conditionsOf(profile))
    const sockets = traffic.sockets
    const firstSoundMs = await room.joins(member, 'device-join')
    await stopWatching(member.page)
    const over = new AbortController()
    const chairActs = everyMs(CHAIR_ACTS_EVERY_MS, over.signal, () =>
      traffic.chairActs(room.chairApi, room.chairApi.memberId),
    )
    const memberActs = everyMs(MEMBER_ACTS_EVERY_MS, over.signal, () => traffic.personActs())
    const heard = await listen(member, room.chairApi.memberId, seconds)
    over.abort()
    const [events, commands] = await Promise.all([chairActs, memberActs])
    await traffic.hasArrived().catch(() => undefined)
    const missing = Math.max(0, traffic.lastSeq - (traffic.told.at(-1) ?? 0))
    const dropped = await room.wasDropped()
    // One socket is the room's own.
    const reconnects = traffic.sockets - sockets - 1
    return { ...heard, firstSoundMs, events, missing, commands, inOrder: traffic.isWithoutGap, reconnects, dropped }
  } finally {
    room.place.relay.set()
    await room.leave(member)
    await member.goAway()
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const seconds1 = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

export async function measureProfile(
  room: HinderedRoom,
  name: string,
  profile: Profile,
  options: { runs: number; seconds: number },
): Promise<string[][]> {
  const all: Run[] = []
  for (let run = 1; run <= options.runs; run += 1) {
    const result = await runOnce(room, profile, options.seconds)
    process.stdout.write(`${name} ${run}: ${JSON.stringify(result)}\n`)
    all.push(result)
  }
  const figures = (what: string, of: (run: Run) => number, tell: (value: number) => string): string[] => [
    name,
    what,
    tell(quantile(all.map(of), 0.5)),
    all.map((run) => tell(of(run))).join(', '),
  ]
  const total = (of: (run: Run) => number) => all.reduce((sum, run) => sum + of(run), 0)
  return [
    figures('concealment', ({ concealment }) => concealment, percent),
    figures('join to first sound', ({ firstSoundMs }) => firstSoundMs, seconds1),
    figures(
      'pictures a second',
      ({ frames }) => frames / options.seconds,
      (value) => value.toFixed(1),
    ),
    figures(
      'height of the picture',
      ({ frameHeight }) => frameHeight,
      (value) => `${value} px`,
    ),
    figures('seconds without media connection', ({ disconnected }) => disconnected, String),
    [
      name,
      'control messages down, up',
      `${total(({ events }) => events) - total(({ missing }) => missing)} of ${total(({ events }) => events)}, ${total(({ commands }) => commands)} of ${total(({ commands }) => commands)}`,
      `${all.every(({ inOrder }) => inOrder) ? 'in order' : 'NOT in order'}, ${total(({ reconnects }) => reconnects)} sockets renewed`,
    ],
    [name, 'dropped from the roll call', String(all.filter(({ dropped }) => dropped).length), ''],
    [name, 'notices about the link', '', all.map(({ steps }) => steps.join(' > ')).join('; ')],
  ]
}
