// The papers of the meeting beneath its notice: to be read, and for whoever prepares it to be posted.
import type { MeetingRole } from '@hoi-truong/shared/permissions'
import { may } from '@hoi-truong/shared/permissions'
import { Suspense } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import type { MeetingWithDocuments } from '../../../document/groups.ts'
import { LazyKeepDocuments, LazyMeetingDocuments } from '../../../document/lazyParts.ts'
import classes from './Notice.module.css'

interface DocumentsOfNoticeProps {
  meetingId: string
  state: MeetingWithDocuments
  roles: readonly MeetingRole[]
}

export function DocumentsOfNotice(props: DocumentsOfNoticeProps) {
  const { t } = useWords()
  const keeps = may(props.roles, 'document.post')
  if (!keeps && props.state.documents.length === 0) return null
  const Documents = keeps ? LazyKeepDocuments : LazyMeetingDocuments
  return (
    <section className={classes.answers} aria-labelledby="notice-documents" data-testid="notice-documents">
      <h2 id="notice-documents" tabIndex={-1}>
        {t('doc.title')}
      </h2>
      <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
        <Documents {...props} />
      </Suspense>
    </section>
  )
}
