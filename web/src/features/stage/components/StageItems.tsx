// The stage's share of the room's menu: showing a screen, the layout, the whole screen.
import { mayShow } from '@hoi-truong/shared/floor'
import {
  IconLayoutGrid,
  IconLayoutSidebarRight,
  IconMaximize,
  IconMinimize,
  IconScreenShare,
  IconScreenShareOff,
  IconWand,
} from '@tabler/icons-react'
import { useStore } from 'zustand'
import { useWords } from '../../../i18n/index.ts'
import { MoreGroup, MoreItem } from '../../meeting/components/MoreMenu.tsx'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { usePlace } from '../../meeting/hooks/useRoomPlace.ts'
import { useSilenced } from '../../meeting/hooks/useSilenced.ts'
import { useFullScreen } from '../hooks/useFullScreen.ts'
import { type LayoutChoice, layoutChoices } from '../layout.ts'
import { chooseLayoutFor, stageChoice } from '../stageChoice.ts'

const layouts = {
  auto: { icon: <IconWand aria-hidden />, words: 'stage.layout_auto' },
  speaker: { icon: <IconLayoutSidebarRight aria-hidden />, words: 'stage.layout_speaker' },
  gallery: { icon: <IconLayoutGrid aria-hidden />, words: 'stage.layout_gallery' },
} as const satisfies Record<LayoutChoice, { icon: React.ReactNode; words: string }>

export function StageItems() {
  const { t } = useWords()
  const chosen = useStore(stageChoice, ({ layout }) => layout)
  const fullScreen = useFullScreen()
  return (
    <>
      <ShareItem />
      <MoreGroup title={t('stage.layout')}>
        {layoutChoices.map((choice) => (
          <MoreItem
            key={choice}
            icon={layouts[choice].icon}
            on={choice === chosen}
            note={choice === 'auto' ? t('stage.layout_auto_note') : undefined}
            onPress={() => chooseLayoutFor(choice)}
            data-testid={`layout-${choice}`}
          >
            {t(layouts[choice].words)}
          </MoreItem>
        ))}
      </MoreGroup>
      {fullScreen && (
        <MoreItem
          icon={fullScreen.on ? <IconMinimize aria-hidden /> : <IconMaximize aria-hidden />}
          onPress={fullScreen.toggle}
          data-testid="full-screen"
        >
          {t(fullScreen.on ? 'stage.full_screen_off' : 'stage.full_screen')}
        </MoreItem>
      )}
    </>
  )
}

function ShareItem() {
  const { t } = useWords()
  const { screen, memberId } = usePlace()
  const everyone = useMeetingState()
  const silenced = useSilenced()
  const phase = useStore(screen.store, (state) => state.phase)
  if (phase === 'on')
    return (
      <MoreItem icon={<IconScreenShareOff aria-hidden />} onPress={() => screen.stop()} data-testid="share-screen">
        {t('media.stop_share')}
      </MoreItem>
    )
  const whyNot = !screen.supported
    ? t('stage.share_needs_computer')
    : silenced !== null
      ? t('stage.share_at_site')
      : mayShow(everyone, memberId)
        ? null
        : t('stage.share_not_now')
  return (
    <MoreItem
      icon={<IconScreenShare aria-hidden />}
      note={whyNot ?? undefined}
      disabled={whyNot !== null || phase === 'asking'}
      onPress={() => void screen.start()}
      data-testid="share-screen"
    >
      {t('media.share_screen')}
    </MoreItem>
  )
}
