// A document over a page that goes on behind it, as the room does: its sound is not to end because somebody reads.
import type { DocumentsState } from '@hoi-truong/shared/document'
import { useWords } from '../../../i18n/index.ts'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import classes from './DocumentOverlay.module.css'
import { DocumentReader } from './DocumentReader.tsx'

export interface DocumentOverlayProps {
  meetingId: string
  documentId: string
  documents: DocumentsState
  onClose(): void
}

export function DocumentOverlay({ meetingId, documentId, documents, onClose }: DocumentOverlayProps) {
  const { t } = useWords()
  const found = documents.find((candidate) => candidate.documentId === documentId)
  return (
    <div className={classes.over}>
      {found ? (
        <DocumentReader key={documentId} meetingId={meetingId} document={found} over onClose={onClose} />
      ) : (
        <div className={classes.unknown}>
          <ProblemNotice problem={{ code: 'DOCUMENT_UNKNOWN' }} data-testid="reader-trouble" />
          <PlainButton onClick={onClose} data-testid="reader-close">
            {t('document.close')}
          </PlainButton>
        </div>
      )}
    </div>
  )
}
