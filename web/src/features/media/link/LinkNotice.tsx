// A poor link in words: what is left out, and that nothing needs doing. Its words come with the room itself: on such a link nothing more
// could be fetched.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { IconAntennaBars2, IconLeaf } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import type { LinkView } from '../session/mediaView.ts'
import classes from './LinkNotice.module.css'

const words = {
  smaller: 'link.smaller',
  onePicture: 'link.one_picture',
  noPictures: 'link.no_pictures',
  oneVoice: 'link.one_voice',
} as const satisfies Record<Exclude<LinkView['step'], 'good'>, MessageKey>

/** The worse of the two ways: whoever sees no pictures needs not be told that the own one is small. */
const saysOf = ({ step, sending }: LinkView, sendsPicture: boolean): MessageKey | null => {
  if (step !== 'good') return words[step]
  return sending === 'noPicture' && sendsPicture ? 'link.own_picture_off' : null
}

export interface LinkNoticeProps {
  link: LinkView
  /** The own camera is on. */
  sendsPicture: boolean
}

export function LinkNotice({ link, sendsPicture }: LinkNoticeProps) {
  const { t } = useWords()
  const says = saysOf(link, sendsPicture)
  return (
    // Always there, so that what appears in it is read out.
    <div role="status" className={classes.place}>
      {says && (
        <p className={classes.note} data-testid="link-notice" data-step={link.step} data-sending={link.sending}>
          <IconAntennaBars2 aria-hidden />
          {t(says)}
        </p>
      )}
      {link.saving && !says && (
        <p className={classes.note} data-testid="data-saver-on">
          <IconLeaf aria-hidden />
          {t('link.saving')}
        </p>
      )}
    </div>
  )
}
