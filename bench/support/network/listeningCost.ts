// What an hour of listening costs, from some minutes of it: all that goes over the line, sockets too, headers included.
import { conditionsOf, profiles } from '../../../scripts/testing/relay/profiles.ts'
import { stopWatching } from '../mediaWatch.ts'
import type { HinderedRoom } from './room.ts'

const SETTLES_MS = 20_000

export async function listeningCost(room: HinderedRoom, seconds: number): Promise<string[][]> {
  const { member } = await room.memberWhoKnowsTheWay()
  const { relay } = room.place
  try {
    await room.comesToDoor(member, 'device-join-voice-only')
    relay.set(conditionsOf(profiles.edge))
    await room.joins(member, 'device-join-voice-only')
    await stopWatching(member.page)
    // The floor is the chair's, so the own microphone is on and not sent.
    await new Promise((resolve) => setTimeout(resolve, SETTLES_MS))
    const [before, begun] = [relay.counts, performance.now()]
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
    const [after, elapsed] = [relay.counts, performance.now() - begun]
    const perHour = (bytes: number): string => `${((bytes / elapsed) * 3.6).toFixed(1)} MB`
    const down = after.down.bytes - before.down.bytes
    const up = after.up.bytes - before.up.bytes
    const perSecond = (packets: number): string => `${((packets * 1_000) / elapsed).toFixed(0)} packets/s`
    return [
      [
        'A',
        'an hour of listening, no own camera',
        perHour(down + up),
        `down ${perHour(down)}, ${perSecond(after.down.packets - before.down.packets)}; up ${perHour(up)}, ${perSecond(after.up.packets - before.up.packets)}; from ${seconds} s`,
      ],
    ]
  } finally {
    relay.set()
    await room.leave(member)
    await member.goAway()
  }
}
