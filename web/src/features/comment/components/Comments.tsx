// Ý kiến on a meeting, wherever they are read and written: on the notice, in the room, on the page for following, beside a document, on the
// record. The page gives the meeting's state; everything else is here.
import { currentItem } from '@hoi-truong/shared/agenda'
import { type Comment, type CommentSubject, standingComments } from '@hoi-truong/shared/comment'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeetingCommand } from '../../meeting/notice/useMeetingCommand.ts'
import { useLateComments } from '../api/lateComments.ts'
import { useCommentDraft } from '../hooks/useCommentDraft.ts'
import { useOwnComments } from '../hooks/useOwnComments.ts'
import { type Everyone, groupsOf, subjectKey, subjectWords } from '../subjects.ts'
import classes from './Comment.module.css'
import { CommentForm } from './CommentForm.tsx'
import { CommentLine } from './CommentLine.tsx'
import { OwnComment } from './OwnComment.tsx'

export interface CommentsProps {
  meetingId: string
  state: Everyone
  /** Who is looking. */
  memberId: string
  /** Only those on this; what is written is about it. */
  subject?: CommentSubject
  /** In the room: the panel says what this is, and reading comes before writing. */
  inRoom?: boolean
}

export function Comments({ meetingId, state, memberId, subject, inRoom = false }: CommentsProps) {
  const { t } = useWords()
  const { meeting, comments, agenda } = state
  const roles = meetingRolesOf(meeting, memberId)
  const over = meeting.status === 'closed' || meeting.status === 'sealed'
  const underWay = meeting.status === 'announced' || meeting.status === 'open'
  const late = useLateComments(meetingId, over && !meeting.practice).data ?? []
  const { own, post, putAway } = useOwnComments(meetingId, memberId, comments)
  const { draft, change, clear } = useCommentDraft(meetingId, memberId, subject ?? { kind: 'meeting' })
  const [writing, setWriting] = useState(!inRoom || draft.text !== '')
  const command = useMeetingCommand(meetingId)

  const asked = ({ subject: about }: { subject: CommentSubject }) =>
    subject === undefined || subjectKey(about) === subjectKey(subject)
  const standing = standingComments(comments).filter(asked)
  const runningId = meeting.status === 'open' ? currentItem(agenda)?.itemId : undefined
  const groups = groupsOf(state, standing, runningId)
  // Just told to be late: said once.
  const told = new Set(own.filter((one) => one.state === 'late').map(({ comment }) => comment.commentId))
  const keptLate = late.filter((comment) => asked(comment) && !told.has(comment.commentId))
  const withdrawn = comments.filter((comment) => comment.withdrawnAt !== null && asked(comment)).length
  // What is half-written when the meeting closes can still be sent.
  const writes = may(roles, 'comment.post') && (underWay || (over && draft.text !== ''))
  const marks = may(roles, 'comment.markReadOut') && (meeting.status === 'open' || meeting.status === 'closed')

  const line = (comment: Comment) => (
    <CommentLine
      key={comment.commentId}
      comment={comment}
      state={state}
      memberId={memberId}
      busy={command.busy}
      {...(marks && {
        onMark: (readOut: boolean) =>
          void command.run('comment.markReadOut', { commentId: comment.commentId, readOut }),
      })}
      {...(underWay &&
        comment.memberId === memberId &&
        comment.readOut === null && {
          onWithdraw: () => void command.run('comment.withdraw', { commentId: comment.commentId }),
        })}
    />
  )
  return (
    <section
      className={classes.comments}
      {...(inRoom ? { 'aria-label': t('comment.title') } : { 'aria-labelledby': 'comments-title' })}
      data-testid="comments"
    >
      {!inRoom && (
        <h2 id="comments-title">
          {t('comment.title')} ({standing.length})
        </h2>
      )}
      {command.problem && <ProblemNotice problem={command.problem} data-testid="comment-problem" />}
      {writes && !writing && (
        <Button variant="default" size="lg" onClick={() => setWriting(true)} data-testid="comment-write">
          {t('comments.write')}
        </Button>
      )}
      {writes && writing && (
        <CommentForm
          state={state}
          draft={subject === undefined ? draft : { ...draft, subject }}
          onChange={change}
          onPost={(comment) => {
            post(comment)
            clear()
            setWriting(!inRoom)
          }}
          settled={subject !== undefined}
          late={over}
        />
      )}
      {own.map((one) => (
        <OwnComment
          key={one.item.id}
          own={one}
          state={state}
          onPutAway={() => putAway(one.item.id)}
          onTakeBack={() => {
            putAway(one.item.id)
            const { subject: about, text } = one.comment
            change(draft.text === '' ? { subject: about, text } : { text: `${draft.text}\n\n${text}` })
          }}
        />
      ))}
      {standing.length === 0 && own.length === 0 && <p className={classes.lead}>{t('comments.none')}</p>}
      {groups.map((group) => {
        const words = subjectWords(t, state, group.subject)
        const running = runningId !== undefined && group.key === `item ${runningId}`
        return (
          <div key={group.key} className={classes.group} data-testid="comment-group" data-subject={group.key}>
            {subject === undefined && <h3>{running ? t('comments.running', { title: words }) : words}</h3>}
            <ul className={classes.list}>{group.comments.map(line)}</ul>
          </div>
        )
      })}
      {withdrawn > 0 && <p className={classes.lead}>{t('comments.withdrawn_count', { count: withdrawn })}</p>}
      {keptLate.length > 0 && (
        <div className={classes.group} data-testid="comments-late">
          <h3>{t('comments.late', { count: keptLate.length })}</h3>
          <p className={classes.lead}>{t('comments.late_lead')}</p>
          <ul className={classes.list}>
            {keptLate.map((comment) => (
              <CommentLine key={comment.commentId} comment={comment} state={state} memberId={memberId} />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
