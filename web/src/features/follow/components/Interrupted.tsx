// Says since when what stands below is not moving.
import { formatTime } from '@hoi-truong/shared/i18n'
import { useEffect, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useRoomState } from '../../meeting/hooks/useMeeting.ts'

export function Interrupted() {
  const { t, language } = useWords()
  const connected = useRoomState((state) => state.connection === 'connected')
  const [since, setSince] = useState<string | null>(null)
  useEffect(() => setSince(connected ? null : new Date().toISOString()), [connected])
  if (since === null) return null
  return (
    <Notice tone="trouble" urgent data-testid="follow-interrupted">
      <p>{t('follow.interrupted', { time: formatTime(since, language) })}</p>
    </Notice>
  )
}
