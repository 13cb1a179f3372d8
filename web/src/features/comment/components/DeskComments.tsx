// On the chair's desk: what members who are not there have to say, the newest on top, with one large button for what was read out.

import { currentItem } from '@hoi-truong/shared/agenda'
import type { Comment } from '@hoi-truong/shared/comment'
import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { subjectWords } from '../subjects.ts'
import { toRead } from '../toRead.ts'
import classes from './Comment.module.css'
import { CommentLine } from './CommentLine.tsx'

export interface DeskCommentsProps {
  command: RoomCommand
  onAll(): void
}

export function DeskComments({ command, onAll }: DeskCommentsProps) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const state = useMeetingState()
  const { count, newest, groups, read } = toRead(state)
  const runningId = currentItem(state.agenda)?.itemId
  if (state.meeting.status !== 'open' || state.comments.length === 0) return null
  const line = (comment: Comment, tag?: string) => (
    <CommentLine
      key={comment.commentId}
      comment={comment}
      state={state}
      memberId={memberId}
      busy={command.busy}
      onMark={(readOut) => void command.run('comment.markReadOut', { commentId: comment.commentId, readOut })}
      {...(tag !== undefined && { tag })}
    />
  )
  return (
    <section className={classes.desk} aria-labelledby="desk-comments" data-testid="desk-comments" data-to-read={count}>
      <h3 id="desk-comments">{t('comments.to_read', { count })}</h3>
      {newest && (
        <div className={classes.newest} data-testid="comment-newest">
          <p className={classes.about}>{subjectWords(t, state, newest.subject)}</p>
          <ul className={classes.list}>{line(newest, t('comments.newest'))}</ul>
        </div>
      )}
      {groups.map((group) => {
        const words = subjectWords(t, state, group.subject)
        const running = runningId !== undefined && group.key === `item ${runningId}`
        return (
          <div key={group.key} className={classes.group}>
            <p className={classes.about}>{running ? t('comments.running', { title: words }) : words}</p>
            <ul className={classes.list}>{group.comments.map((comment) => line(comment))}</ul>
          </div>
        )
      })}
      {read.length > 0 && (
        <details className={classes.done}>
          <summary data-testid="comments-show-read">{t('comments.show_read', { count: read.length })}</summary>
          <ul className={classes.list}>{read.map((comment) => line(comment))}</ul>
        </details>
      )}
      <Button variant="default" size="md" onClick={onAll} data-testid="comments-show-all">
        {t('comments.show_all', { count: state.comments.filter(({ withdrawnAt }) => withdrawnAt === null).length })}
      </Button>
    </section>
  )
}
