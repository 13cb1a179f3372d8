// The own screen in a room: sent with sound and picture, and ended by what the room says.
import { isSilentCompanion } from '@hoi-truong/shared/attendance'
import { mayShow } from '@hoi-truong/shared/floor'
import type { MediaSession } from '../../media/session/mediaSession.ts'
import type { MeetingRoom } from '../../meeting/api/meetingRoom.ts'
import { ScreenShare } from './screenShare.ts'

/** Lists and papers change seldom: few frames leave more for sharp letters. */
const wanted = { video: { frameRate: { ideal: 5, max: 15 } }, audio: false, selfBrowserSurface: 'exclude' }

const capture: (() => Promise<MediaStream>) | undefined =
  'getDisplayMedia' in (navigator.mediaDevices ?? {}) ? () => navigator.mediaDevices.getDisplayMedia(wanted) : undefined

export const createScreenShare = (media: MediaSession, ownMemberId: string): ScreenShare =>
  new ScreenShare({
    capture,
    send: (track) => media.wish('screen', track && { track, paused: false }),
    ownMemberId,
    now: Date.now,
  })

/** @returns ends it, and the screen with it */
export function bindToRoom(screen: ScreenShare, media: MediaSession, room: MeetingRoom, memberId: string): () => void {
  const heed = () => {
    const everyone = room.followed()?.state.everyone
    const { connection, remote } = media.view.getState()
    if (connection === 'idle' || connection === 'stopped') return screen.stop()
    if (!everyone) return
    const { meeting, attendance } = everyone
    screen.heed({
      may: mayShow(everyone, memberId) && !isSilentCompanion(meeting, attendance, memberId),
      others: Object.entries(remote).flatMap(([memberId, { screen }]) =>
        screen ? [{ id: screen.producerId, memberId }] : [],
      ),
    })
  }
  const releases = [media.view.subscribe(heed), room.store.subscribe(heed)]
  return () => {
    for (const release of releases) release()
    screen.stop()
  }
}
