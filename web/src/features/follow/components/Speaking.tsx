// Who speaks now, by name: told by the server, not heard here.
import { findInRoll } from '@hoi-truong/shared/meeting'
import { IconVolume } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { useNow } from '../../../lib/useNow.ts'
import { useRoomState } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { speakersNow } from '../speakersNow.ts'
import classes from './Follow.module.css'

export function Speaking() {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const speakers = useRoomState((state) => state.speakers)
  const connected = useRoomState((state) => state.connection === 'connected')
  const now = useNow()
  const names = speakersNow(speakers, connected, now).flatMap((memberId) => findInRoll(meeting, memberId)?.name ?? [])
  return (
    <p className={classes.speaking} data-testid="follow-speaking" data-speaking={names.length > 0}>
      <IconVolume aria-hidden />
      {names.length > 0 ? t('follow.speaking', { names: names.join(', ') }) : t('follow.quiet')}
    </p>
  )
}
