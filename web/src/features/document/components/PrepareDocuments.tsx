// The documents on the page that prepares the meeting: posted there, as soon as the meeting is on record at all.
import { readableDocuments } from '@hoi-truong/shared/document'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { useEffect } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { problemOf } from '../../../lib/problem.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeetingSnapshot } from '../../meeting/api/meetings.ts'
import { KeepDocuments } from './KeepDocuments.tsx'

export interface PrepareDocumentsProps {
  meetingId: string
  saved: boolean
  /** Told when the first document that can be read was posted, ISO 8601; null: there is none. */
  onPosted(at: string | null): void
}

export function PrepareDocuments({ meetingId, saved, onPosted }: PrepareDocumentsProps) {
  const { t } = useWords()
  const { data, error, failureReason } = useMeetingSnapshot(meetingId, saved)
  const state = data?.kind === 'snapshot' ? (data.state as MeetingStreamState).everyone : null
  const postedAt = (state && readableDocuments(state.documents)[0]?.postedAt) ?? null
  useEffect(() => onPosted(postedAt), [onPosted, postedAt])
  const trouble = error ?? failureReason
  if (!saved) return <p data-testid="prepare-documents-save-first">{t('document.save_first')}</p>
  if (!state && trouble) return <ProblemNotice problem={problemOf(trouble)} />
  if (!state) return <p role="status">{t('common.loading')}</p>
  const roles = meetingRolesOf(state.meeting, data?.viewer.memberId ?? '')
  return <KeepDocuments meetingId={meetingId} state={state} roles={roles} />
}
