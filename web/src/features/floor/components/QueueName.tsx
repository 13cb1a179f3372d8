// One who waits for the floor: name, where they sit, and who raised the hand for them.
import { openInterval } from '@hoi-truong/shared/attendance'
import type { RaisedHand } from '@hoi-truong/shared/floor'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { useWords } from '../../../i18n/index.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { siteNameIn } from '../../meeting/siteNameIn.ts'
import classes from './Floor.module.css'

export function QueueName({ hand }: { hand: RaisedHand }) {
  const { t } = useWords()
  const { memberId: viewer } = useMeeting()
  const { meeting, attendance } = useMeetingState()
  const { memberId, raisedBy } = hand
  const name = findInRoll(meeting, memberId)?.name ?? ''
  const place = openInterval(attendance, memberId)?.place
  const helper = raisedBy !== null && raisedBy !== memberId ? findInRoll(meeting, raisedBy)?.name : undefined
  const beside = [
    place?.kind === 'site' && t('floor.somebody_at', { site: siteNameIn(meeting, place.siteId) }),
    helper !== undefined && t('floor.raised_by', { name: helper }),
  ].filter(Boolean)
  return (
    <span className={classes.name} data-testid="queue-name" data-member-id={memberId}>
      <strong>{memberId === viewer ? t('floor.you', { name }) : name}</strong>
      {beside.length > 0 && <span className={classes.soft}>{beside.join(' · ')}</span>}
    </span>
  )
}
