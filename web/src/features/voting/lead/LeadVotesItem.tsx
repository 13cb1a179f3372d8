// In the room's menu: the way to the votes for whoever prepares or counts them without chairing; for nobody else.
import { may } from '@hoi-truong/shared/permissions'
import { IconChecklist } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { MoreItem } from '../../meeting/components/MoreMenu.tsx'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingRoles, useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { countedBy } from './duties.ts'

export function LeadVotesItem({ onPress }: { onPress(): void }) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const { voting } = useMeetingState()
  const roles = useMeetingRoles()
  if (!may(roles, 'voting.prepare') && countedBy(voting, memberId).length === 0) return null
  return (
    <MoreItem icon={<IconChecklist aria-hidden />} onPress={onPress} data-testid="lead-votes">
      {t('room.lead_votes')}
    </MoreItem>
  )
}
