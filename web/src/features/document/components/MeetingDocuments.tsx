// The documents of a meeting, wherever it is shown: on the notice, in the room, on the record, for those who follow it.
import type { PostedDocument } from '@hoi-truong/shared/document'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { type MeetingRole, may } from '@hoi-truong/shared/permissions'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { groupsOf, type MeetingWithDocuments } from '../groups.ts'
import { useOpenings } from '../hooks/useOpenings.ts'
import { DocumentRow } from './DocumentRow.tsx'
import classes from './Documents.module.css'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export interface MeetingDocumentsProps {
  meetingId: string
  state: MeetingWithDocuments
  /** What the viewer is in the meeting. */
  roles: readonly MeetingRole[]
  /** Opens it without leaving the page; otherwise each has a page of its own, from which one comes back. */
  onRead?: (documentId: string) => void
  /** What else can be done with one, beside its buttons. */
  actionsOf?: (document: PostedDocument) => React.ReactNode
  /** In a side panel. */
  narrow?: boolean
}

export function MeetingDocuments({
  meetingId,
  state,
  roles,
  onRead,
  actionsOf,
  narrow = false,
}: MeetingDocumentsProps) {
  const { t } = useWords()
  const [leaving, setLeaving] = useState<PostedDocument | null>(null)
  const keeps = may(roles, 'document.withdraw')
  const seesOpenings = may(roles, 'document.seeOpenings')
  const groups = groupsOf(state, keeps)
  const openings = useOpenings(meetingId, seesOpenings && groups.length > 0)
  const { roll } = state.meeting
  return (
    <div className={`${classes.documents} ${narrow ? classes.narrow : ''}`} data-testid="documents">
      {groups.length === 0 && (
        <p className={classes.none} data-testid="documents-none">
          {t('document.none')}
        </p>
      )}
      {groups.map(({ item, documents }) => (
        <section key={item === null ? 'meeting' : (item?.itemId ?? 'gone')} className={classes.group}>
          <h3>
            {item
              ? t('document.for_item', { number: item.number, title: item.title })
              : t(item === null ? 'document.for_meeting' : 'document.for_gone')}
          </h3>
          <ul className={classes.list}>
            {documents.map((document) => (
              <DocumentRow
                key={document.documentId}
                meetingId={meetingId}
                document={document}
                postedBy={document.postedBy && roll ? (findInRoll({ roll }, document.postedBy)?.name ?? null) : null}
                {...(onRead && { onRead })}
                {...(keeps && { onWithdraw: () => setLeaving(document) })}
                {...(openings.data && {
                  opened: openings.data.filter(({ documentId }) => documentId === document.documentId),
                  members: roll?.members ?? [],
                })}
              >
                {actionsOf?.(document)}
              </DocumentRow>
            ))}
          </ul>
        </section>
      ))}
      {leaving && <WithdrawDialog meetingId={meetingId} document={leaving} onClose={() => setLeaving(null)} />}
    </div>
  )
}
