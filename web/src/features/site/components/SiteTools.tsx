// Beside the item that is on, for the device that stands before a site: the operator's panel, and the whole screen for the room.
import { IconBuildingCommunity, IconMaximize, IconMinimize } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import classes from '../../../ui/toolButton.module.css'
import { useFullScreen } from '../../stage/hooks/useFullScreen.ts'

export function SiteTools({ shown, onToggle }: { shown: boolean; onToggle(): void }) {
  const { t } = useWords()
  const fullScreen = useFullScreen()
  return (
    <>
      <button
        type="button"
        className={classes.tool}
        aria-expanded={shown}
        aria-controls="site"
        onClick={onToggle}
        data-testid="site-toggle"
      >
        <IconBuildingCommunity aria-hidden />
        {t('meeting.point')}
      </button>
      {fullScreen && (
        <button type="button" className={classes.tool} onClick={fullScreen.toggle} data-testid="site-full-screen">
          {fullScreen.on ? <IconMinimize aria-hidden /> : <IconMaximize aria-hidden />}
          {t(fullScreen.on ? 'stage.full_screen_off' : 'stage.full_screen')}
        </button>
      )}
    </>
  )
}
