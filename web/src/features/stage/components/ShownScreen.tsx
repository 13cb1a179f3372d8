// Somebody's screen, whole: nothing of it is cut off, since what matters may stand at its edge.
import { IconScreenShare } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { VideoView } from '../../media/components/VideoView.tsx'
import { useMediaView } from '../../meeting/hooks/useRoomPlace.ts'
import classes from './Stage.module.css'

export interface ShownScreenProps {
  memberId: string
  name: string
  /** What can be done about it, beside the name. */
  children: React.ReactNode
}

export function ShownScreen({ memberId, name, children }: ShownScreenProps) {
  const { t } = useWords()
  const track = useMediaView((view) => view.remote[memberId]?.screen?.track ?? null)
  const title = t('stage.screen_of', { name })
  return (
    <div className={classes.screen} data-testid="shown-screen" data-member-id-of={memberId} data-video={track !== null}>
      {track ? <VideoView track={track} label={title} /> : <p role="status">{t('stage.screen_waiting')}</p>}
      <div className={classes.screenFoot}>
        <p className={classes.screenName}>
          <IconScreenShare aria-hidden />
          {title}
        </p>
        {children}
      </div>
    </div>
  )
}
