// Why there is nothing to choose here, and what to do instead.
import type { CastingRefusal } from '@hoi-truong/shared/voting'
import { IconInfoCircle } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { siteNameIn } from '../../meeting/siteNameIn.ts'
import classes from './Poll.module.css'

/** @param props `hall`: the screen before a whole site, which speaks to all who sit there */
export function WhyNot({ fault: { code, siteId }, hall = false }: { fault: CastingRefusal; hall?: boolean }) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const site = siteId === null ? '' : siteNameIn(meeting, siteId)
  const words = () => {
    if (hall) return t('voting.hands_here')
    if (code === 'VOTE_AT_SITE') return t('voting.hands_at_site', { site })
    if (code === 'VOTE_PROBATIONARY') return t('error.VOTE_PROBATIONARY')
    if (code === 'VOTE_NOT_PRESENT')
      return t(meeting.plan?.form === 'inPerson' ? 'voting.watching_only' : 'voting.follow_only')
    return t(`error.${code}`, { site })
  }
  return (
    <p className={classes.why} data-testid="poll-why-not" data-code={code}>
      <IconInfoCircle aria-hidden />
      <span>{words()}</span>
    </p>
  )
}
