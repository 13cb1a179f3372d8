// How the connection is, in words: to signaling (roll call, the course of the meeting) and to the media-server (sound, picture).
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { IconAntennaBars2, IconAntennaBars5, IconAntennaBarsOff, IconRefresh } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { useOnline } from '../../../lib/useOnline.ts'
import type { MediaView } from '../../media/session/mediaView.ts'
import type { MeetingRoomState } from '../api/meetingRoom.ts'
import { useRoomState } from '../hooks/useMeeting.ts'
import { useMediaView } from '../hooks/useRoomPlace.ts'
import classes from './Room.module.css'

type Overall = 'connected' | 'reconnecting' | 'offline'

function wordsFor(
  online: boolean,
  log: MeetingRoomState['connection'],
  media: MediaView['connection'],
  link: MediaView['link'],
): [Overall, MessageKey] {
  if (!online) return ['offline', 'connection.offline']
  if (log === 'connecting' || (log === 'connected' && media === 'connecting')) {
    return ['reconnecting', 'connection.connecting']
  }
  if (log === 'reconnecting') {
    return ['reconnecting', media === 'connected' ? 'connection.log_only' : 'connection.reconnecting']
  }
  if (media === 'reconnecting') return ['reconnecting', 'connection.media_only']
  if (media !== 'connected') return ['connected', 'connection.media_stopped']
  return ['connected', link.step === 'good' ? 'connection.connected' : 'net.poor']
}

const signs = { connected: IconAntennaBars5, reconnecting: IconRefresh, offline: IconAntennaBarsOff }

export function ConnectionState() {
  const { t } = useWords()
  const online = useOnline()
  const log = useRoomState((state) => state.connection)
  const media = useMediaView((view) => view.connection)
  const link = useMediaView((view) => view.link)
  const [overall, words] = wordsFor(online, log, media, link)
  const Sign = words === 'net.poor' ? IconAntennaBars2 : signs[overall]
  return (
    <p
      className={classes.connection}
      role="status"
      data-testid="connection-state"
      data-state={overall}
      data-signaling={log}
      data-media={media}
    >
      <Sign aria-hidden />
      {t(words)}
    </p>
  )
}
