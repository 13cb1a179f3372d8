// A document on a page of its own; "back" leads to where one came from.
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { useLocation, useNavigate, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { problemOf } from '../../../lib/problem.ts'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeetingSnapshot } from '../../meeting/api/meetings.ts'
import { DocumentReader } from './DocumentReader.tsx'
import classes from './Reader.module.css'

/** A document may be withdrawn while it is read. */
const REFRESH_MS = 30_000

export function DocumentPage() {
  const { t } = useWords()
  const { meetingId = '', documentId = '' } = useParams()
  const location = useLocation()
  const navigate = useNavigate()
  const { data, error, failureReason } = useMeetingSnapshot(meetingId, true, REFRESH_MS)
  const from = (location.state as { from?: string } | null)?.from
  // Where somebody came by a link in a message, there is nothing behind.
  const close = () => void (from === undefined ? navigate(`/meetings/${meetingId}/notice`) : navigate(-1))
  const state = data?.kind === 'snapshot' ? (data.state as MeetingStreamState).everyone : null
  const found = state?.documents.find((candidate) => candidate.documentId === documentId)
  const trouble = error ?? failureReason
  if (found) {
    return (
      <main>
        <DocumentReader meetingId={meetingId} document={found} over={false} onClose={close} />
      </main>
    )
  }
  return (
    <main className={classes.word}>
      {!state && !trouble && <p role="status">{t('document.loading')}</p>}
      {trouble && <ProblemNotice problem={problemOf(trouble)} data-testid="reader-trouble" />}
      {state && <ProblemNotice problem={{ code: 'DOCUMENT_UNKNOWN' }} data-testid="reader-trouble" />}
      <PlainButton onClick={close} data-testid="reader-close">
        {t('document.back')}
      </PlainButton>
    </main>
  )
}
