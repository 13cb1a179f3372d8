// Which of the streams in the room are to flow to this device, worked out anew after each change.
import type { ProducerDescription } from '@hoi-truong/shared/media'
import { chooseCameras } from './lastN.ts'
import type { Reception } from './reception.ts'

/** What the stage shows and who matters, as the screen says it. */
export interface Arrangement {
  /** Whose camera comes before all others. */
  pinned: readonly string[]
  /** Height of each tile in device pixels, by member id; null while nothing has been laid out yet. */
  tileHeights: ReadonlyMap<string, number> | null
  /** Whose voice matters most where there is room for one only: who has the floor, then the chair. */
  voices: readonly string[]
}

export interface Hearing {
  /** Counts up with every turn of speaking. */
  lastSpoke: ReadonlyMap<string, number>
  /** Heard now, loudest first. */
  speakers: readonly string[]
  flows(producerId: string): boolean
}

export function wantedStreams(
  producers: readonly ProducerDescription[],
  reception: Reception,
  arrangement: Arrangement,
  hearing: Hearing,
): Set<string> {
  const wanted = new Set(voices(producers, reception, arrangement, hearing))
  const screens = reception.screen ? producers.filter(({ source, paused }) => source === 'screen' && !paused) : []
  for (const { producerId } of screens) wanted.add(producerId)
  const left = reception.onePicture ? reception.cameras - screens.length : reception.cameras
  const { pinned, tileHeights } = arrangement
  const cameras = producers
    .filter(({ source, paused, memberId }) => source === 'camera' && !paused && (tileHeights?.get(memberId) ?? 1) > 0)
    .filter(({ memberId }) => tileHeights?.has(memberId) ?? true)
    .map(({ producerId, memberId }) => ({
      producerId,
      memberId,
      pinned: pinned.includes(memberId),
      lastSpoke: hearing.lastSpoke.get(memberId) ?? 0,
      shown: hearing.flows(producerId),
    }))
  for (const producerId of chooseCameras(cameras, Math.max(0, left))) wanted.add(producerId)
  return wanted
}

/** Microphones flow also while they are off, so that the first syllable after "sound on" is heard. */
function voices(
  producers: readonly ProducerDescription[],
  reception: Reception,
  arrangement: Arrangement,
  { speakers, flows, lastSpoke }: Hearing,
): string[] {
  const all = producers.filter(({ source }) => source === 'microphone')
  if (reception.voices !== 'one') return reception.voices === 'none' ? [] : all.map(({ producerId }) => producerId)
  const on = all.filter(({ paused }) => !paused)
  const of = (memberIds: readonly string[]) =>
    memberIds.map((id) => on.find(({ memberId }) => memberId === id)).find((found) => found !== undefined)
  // Whoever is being heard is heard out, also when somebody louder breaks in.
  const goingOn = on.find(({ producerId, memberId }) => flows(producerId) && speakers.includes(memberId))
  const latest = on.toSorted((a, b) => (lastSpoke.get(b.memberId) ?? 0) - (lastSpoke.get(a.memberId) ?? 0))[0]
  const one = goingOn ?? of(speakers) ?? of(arrangement.voices) ?? latest
  return one ? [one.producerId] : []
}
