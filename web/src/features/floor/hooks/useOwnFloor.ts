// How it stands with the viewer's own voice: a hand that is up, the floor that was given, and whether anybody would hear them now.
import { openInterval } from '@hoi-truong/shared/attendance'
import { currentSpeech, handOf, mayBeHeard, type RaisedHand, type Speech } from '@hoi-truong/shared/floor'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useMediaView, usePlace } from '../../meeting/hooks/useRoomPlace.ts'
import { siteNameIn } from '../../meeting/siteNameIn.ts'
import { placeInQueue } from '../queue.ts'

export interface OwnFloor {
  /** Hands can be raised. */
  open: boolean
  hand: RaisedHand | null
  /** In the queue, from 1. */
  place: number | null
  /** The granted speech that is on, when it is the viewer's. */
  speech: Speech | null
  /** Whose device at a site carries the viewer's voice; null: the own one. */
  site: string | null
  /** Whatever this microphone sends, nobody receives it. */
  held: boolean
}

export function useOwnFloor(): OwnFloor {
  const { memberId } = usePlace()
  const state = useMeetingState()
  const { meeting, attendance, floor } = state
  const heldByServer = useMediaView((view) => view.held.includes('microphone'))
  const speech = currentSpeech(floor)
  const place = openInterval(attendance, memberId)?.place
  return {
    open: meeting.status === 'open',
    hand: handOf(floor, memberId) ?? null,
    place: placeInQueue(floor.hands, memberId),
    speech: speech?.memberId === memberId ? speech : null,
    site: place?.kind === 'site' ? siteNameIn(meeting, place.siteId) : null,
    // The log knows first, the media-server has the last word: only when both let it through is anybody told that they are heard.
    held: heldByServer || !mayBeHeard(state, memberId),
  }
}
