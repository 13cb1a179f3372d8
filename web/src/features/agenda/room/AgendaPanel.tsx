// Chương trình, for everybody: all items, and how far the meeting is.
import { useWords } from '../../../i18n/index.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useServerMinute } from '../../meeting/hooks/useServerClock.ts'
import { AgendaList } from './AgendaList.tsx'

export function AgendaPanel({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { meeting, agenda } = useMeetingState()
  const now = useServerMinute(meeting.status === 'open')
  return (
    <SidePanel
      id="course"
      title={t('agenda.title')}
      onClose={onClose}
      testIds={{ panel: 'agenda-panel', close: 'agenda-close' }}
    >
      <AgendaList meeting={meeting} agenda={agenda} now={now} />
    </SidePanel>
  )
}
