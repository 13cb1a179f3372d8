// Ý kiến in the room: those who are there read what is said from outside, and whoever keeps the minutes marks what was read out.
import { useWords } from '../../../i18n/index.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { Comments } from './Comments.tsx'

export function CommentsPanel({ meetingId, onClose }: { meetingId: string; onClose(): void }) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const state = useMeetingState()
  return (
    <SidePanel
      id="comments"
      title={t('comment.title')}
      onClose={onClose}
      testIds={{ panel: 'comments-panel', close: 'comments-close' }}
    >
      <Comments meetingId={meetingId} state={state} memberId={memberId} inRoom />
    </SidePanel>
  )
}
