// Beside the room, for whoever has a part in votes without chairing: tellers count here, minutes secretary and organizers prepare and follow.
import { may } from '@hoi-truong/shared/permissions'
import { useWords } from '../../../../i18n/index.ts'
import { SidePanel } from '../../../../ui/SidePanel.tsx'
import { useMeeting } from '../../../meeting/hooks/useMeeting.ts'
import { useMeetingRoles, useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import { countedBy } from '../duties.ts'
import classes from './Lead.module.css'
import { PollsOf } from './PollsOf.tsx'
import { TellerCount } from './TellerCount.tsx'

export function LeadPanel({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const { voting } = useMeetingState()
  const roles = useMeetingRoles()
  const chairs = roles.includes('chair')
  const counts = countedBy(voting, memberId)
  const prepares = may(roles, 'voting.prepare')
  return (
    <SidePanel
      id="votes"
      title={t(prepares ? 'polling.panel' : 'polling.panel_count')}
      onClose={onClose}
      testIds={{ panel: 'lead-panel', close: 'lead-close' }}
    >
      <div className={classes.panel}>
        {counts.map((poll) => (
          <TellerCount key={poll.question.pollId} poll={poll} />
        ))}
        {prepares ? <PollsOf chairs={chairs} /> : counts.length === 0 && <p>{t('polling.nothing_to_count')}</p>}
      </div>
    </SidePanel>
  )
}
