// Somebody's screen, whole: nothing of it is cut off, since what matters may stand at its edge.
import { IconScreenShare } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { VideoView } from '../../media/components/VideoView.tsx'
import { useMediaView } from '../../meeting/hooks/useRoomPlace.ts'
import classes from './Stage.module.css'

export function ShownScreen({ memberId, name }: { memberId: string; name: string }) {
  const { t } = useWords()
  const track = useMediaView((view) => view.remote[memberId]?.screen?.track ?? null)
  const poor = useMediaView(({ link }) => link.step === 'noPictures' || link.step === 'oneVoice')
  const title = t('stage.screen_of', { name })
  return (
    <div className={classes.screen} data-testid="shown-screen" data-member-id-of={memberId} data-video={track !== null}>
      {track ? (
        <VideoView track={track} label={title} />
      ) : (
        <p role="status">{t(poor ? 'stage.screen_poor' : 'stage.screen_waiting')}</p>
      )}
      <p className={classes.screenName}>
        <IconScreenShare aria-hidden />
        {title}
      </p>
    </div>
  )
}
