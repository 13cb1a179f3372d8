// Chương trình, for everybody: all items, and how far the meeting is.
import { useWords } from '../../../i18n/index.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { useMeetingMinute, useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { AgendaList } from './AgendaList.tsx'

export function AgendaPanel({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { meeting, agenda } = useMeetingState()
  const now = useMeetingMinute()
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
