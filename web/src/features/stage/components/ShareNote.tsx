// One's own screen as one sees it: that it is shown, how to stop it, and why it ended; never the picture of the picture.
import { findInRoll } from '@hoi-truong/shared/meeting'
import { useStore } from 'zustand'
import { useWords } from '../../../i18n/index.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { usePlace } from '../../meeting/hooks/useRoomPlace.ts'
import type { ShareEnd } from '../share/screenShare.ts'
import { StageNote } from './StageNote.tsx'

const endWords = {
  cancelled: 'stage.share_cancelled',
  failed: 'stage.share_failed',
  floor: 'stage.share_lost_floor',
  other: 'stage.share_by_other',
} as const satisfies Record<ShareEnd['why'], string>

export function ShareNote() {
  const { t } = useWords()
  const { screen } = usePlace()
  const { meeting } = useMeetingState()
  const { phase, ended } = useStore(screen.store)
  if (phase === 'on')
    return (
      <StageNote
        action={t('media.stop_share')}
        onAction={() => screen.stop()}
        testIds={{ note: 'share-note', action: 'share-stop' }}
      >
        {t('stage.sharing')}
      </StageNote>
    )
  if (!ended) return null
  const name = ended.why === 'other' ? (findInRoll(meeting, ended.memberId)?.name ?? '') : ''
  return (
    <StageNote
      action={t('common.close')}
      onAction={() => screen.dismiss()}
      testIds={{ note: 'share-ended', action: 'share-ended-close' }}
    >
      {t(endWords[ended.why], { name })}
    </StageNote>
  )
}
