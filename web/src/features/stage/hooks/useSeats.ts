// Everybody whose device is in the room as the stage shows them: who they are, what is seen and heard of them, what they are doing.
import { devicesInRoom, isSilentCompanion, openInterval, speaksForSite } from '@hoi-truong/shared/attendance'
import { carries, currentSpeech, mayBeHeard } from '@hoi-truong/shared/floor'
import { findInRoll } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { useLocalDevices } from '../../media/hooks/useLocalDevices.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useMediaView, usePlace } from '../../meeting/hooks/useRoomPlace.ts'
import { siteNameIn } from '../../meeting/siteNameIn.ts'
import type { Seat } from '../seats.ts'

export interface StageSeat extends Seat {
  /** Of the member, or of the site that this device stands for. */
  name: string
  video: MediaStreamTrack | null
  /** Off by its owner; who is not heard anyway needs no such sign. */
  soundOff: boolean
  hasFloor: boolean
  /** Place in the queue of whoever raised a hand there, 1 the first; null: nobody. */
  hand: number | null
  /** Whom one looks at through a site's device. */
  site: { count: number; speaker: string | null } | null
}

type Everyone = MeetingStreamState['everyone']

export function useSeats(pinnedId: string | null): StageSeat[] {
  const place = usePlace()
  const everyone = useMeetingState()
  const remote = useMediaView((view) => view.remote)
  const speakers = useMediaView((view) => view.speakers)
  const camera = useLocalDevices((state) => state.camera.track)
  const soundOn = useLocalDevices((state) => state.microphone.track !== null && !state.muted)
  const { meeting, attendance } = everyone
  const speakerId = currentSpeech(everyone.floor)?.memberId ?? null
  // Whoever sits in a hall is seen there: their own silent device needs no tile.
  const seen = devicesInRoom(attendance).filter((memberId) => !isSilentCompanion(meeting, attendance, memberId))
  return seen.map((memberId) => {
    const own = memberId === place.memberId
    const streams = remote[memberId]
    const sending = streams?.camera !== undefined && !streams.camera.paused
    const video = own ? camera : sending ? (streams?.camera?.track ?? null) : null
    const off = own ? !soundOn : !streams?.microphone || streams.microphone.paused
    const heard = mayBeHeard(everyone, memberId)
    const hands = everyone.floor.hands.map((hand) => carries(everyone, memberId, hand.memberId))
    const hand = hands.indexOf(true)
    return {
      memberId,
      chair: memberId === meeting.chairId,
      own,
      camera: own ? camera !== null : sending,
      picture: video !== null,
      speaking: heard && !off && speakers.includes(memberId),
      marked: hand !== -1 || memberId === pinnedId,
      since: openInterval(attendance, memberId)?.startedAt ?? '',
      name: siteOf(everyone, memberId) ?? findInRoll(meeting, memberId)?.name ?? '',
      video,
      soundOff: heard && off,
      hasFloor: speakerId !== null && carries(everyone, memberId, speakerId),
      hand: hand === -1 ? null : hand + 1,
      site: siteView(everyone, memberId, speakerId),
    }
  })
}

function siteOf({ meeting, attendance }: Everyone, memberId: string): string | null {
  const place = openInterval(attendance, memberId)?.place
  if (place?.kind !== 'site' || !speaksForSite(meeting, attendance, memberId)) return null
  return siteNameIn(meeting, place.siteId)
}

function siteView(everyone: Everyone, memberId: string, speakerId: string | null): StageSeat['site'] {
  const { meeting, attendance } = everyone
  if (siteOf(everyone, memberId) === null) return null
  const there = Object.keys(attendance.intervals).filter((other) => carries(everyone, memberId, other))
  const speaks = speakerId !== null && there.includes(speakerId)
  return { count: there.length, speaker: speaks ? (findInRoll(meeting, speakerId)?.name ?? null) : null }
}
