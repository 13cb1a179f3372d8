// The documents in the room: read over the people, while the meeting goes on.
import { useWords } from '../../../i18n/index.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { useMeetingRoles, useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { KeepDocuments } from '../components/KeepDocuments.tsx'
import { PresentButton } from '../present/PresentButton.tsx'

export interface DocumentsPanelProps {
  meetingId: string
  onRead(documentId: string): void
  onClose(): void
}

export function DocumentsPanel({ meetingId, onRead, onClose }: DocumentsPanelProps) {
  const { t } = useWords()
  const state = useMeetingState()
  const roles = useMeetingRoles()
  return (
    <SidePanel
      id="documents"
      title={t('doc.title')}
      onClose={onClose}
      testIds={{ panel: 'documents-panel', close: 'documents-close' }}
    >
      <KeepDocuments
        meetingId={meetingId}
        state={state}
        roles={roles}
        onRead={onRead}
        actionsOf={(document) => <PresentButton document={document} onPresented={onClose} />}
        narrow
      />
    </SidePanel>
  )
}
