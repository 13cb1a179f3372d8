// The documents of a meeting for whoever looks after them: the list, and beneath it how one is added.
import { may } from '@hoi-truong/shared/permissions'
import { itemsOf } from '../groups.ts'
import { UploadPanel } from '../upload/UploadPanel.tsx'
import classes from './Documents.module.css'
import { MeetingDocuments, type MeetingDocumentsProps } from './MeetingDocuments.tsx'

export function KeepDocuments(props: MeetingDocumentsProps) {
  const { meetingId, state, roles } = props
  const { status } = state.meeting
  const over = status === 'sealed' || status === 'cancelled' || status === 'notHeld'
  return (
    <div className={classes.documents}>
      <MeetingDocuments {...props} />
      {may(roles, 'document.post') && !over && <UploadPanel meetingId={meetingId} items={itemsOf(state)} />}
    </div>
  )
}
