// One comment: who, when, its marks in words, what it says, and what may be done with it.
import { type Comment, isFromAbsent } from '@hoi-truong/shared/comment'
import { formatDateTime, formatTime } from '@hoi-truong/shared/i18n'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconChecks, IconUserOff } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import type { Everyone } from '../subjects.ts'
import classes from './Comment.module.css'

export interface CommentLineProps {
  comment: Comment
  state: Everyone
  /** Who is looking. */
  memberId: string
  busy?: boolean
  /** For those who may say that it was read out. */
  onMark?(readOut: boolean): void
  /** For its author, as long as it may be taken back. */
  onWithdraw?(): void
  /** Said before everything else. */
  tag?: string
}

const whenWords = { before: 'comment.before_meeting', during: 'comments.during', after: 'comments.after' } as const

export function CommentLine({ comment, state, memberId, busy = false, onMark, onWithdraw, tag }: CommentLineProps) {
  const { t, language } = useWords()
  const { meeting, attendance } = state
  const { commentId, readOut, when, at, text } = comment
  const name = findInRoll(meeting, comment.memberId)?.name ?? ''
  const absent = isFromAbsent(comment, meeting.status, attendance)
  const own = comment.memberId === memberId
  // On the record the mark is set right, on the desk it is pressed after reading aloud.
  const open = meeting.status === 'open'
  return (
    <li
      className={classes.comment}
      data-testid="comment"
      data-comment-id={commentId}
      data-member-id={comment.memberId}
      data-from-absent={absent}
      data-read-out={readOut !== null}
      data-when={when}
    >
      <p className={classes.head}>
        {tag !== undefined && <span className={classes.tag}>{tag}</span>}
        <strong>{name}</strong>
        {own && <span>({t('comments.yours')})</span>}
        <span className={classes.when}>
          {t(whenWords[when])}, {when === 'during' ? formatTime(at, language) : formatDateTime(at, language)}
        </span>
      </p>
      {absent && (
        <p className={classes.absent} data-testid="comment-from-absent">
          <IconUserOff aria-hidden />
          {t('comment.absent_member')}
        </p>
      )}
      <p className={classes.text}>{text}</p>
      {(readOut || own || onMark) && (
        <div className={classes.foot}>
          {readOut ? (
            <p className={classes.read} data-testid="comment-read-out">
              <IconChecks aria-hidden />
              {t('comments.read_at', { time: formatTime(readOut.at, language) })}
            </p>
          ) : (
            own && when !== 'after' && <p className={classes.when}>{t('comments.sent')}</p>
          )}
          {onMark && !readOut && (
            <Button
              size={open ? 'lg' : 'md'}
              variant={open ? 'filled' : 'default'}
              leftSection={<IconChecks aria-hidden />}
              disabled={busy}
              aria-label={t(open ? 'comments.mark_of' : 'comments.mark_afterwards_of', { name })}
              onClick={() => onMark(true)}
              data-testid="comment-mark"
            >
              {t(open ? 'comment.read_out' : 'comments.mark_afterwards')}
            </Button>
          )}
          {onMark && readOut && (
            <PlainButton
              disabled={busy}
              aria-label={t('comments.undo_of', { name })}
              onClick={() => onMark(false)}
              data-testid="comment-unmark"
            >
              <IconArrowBackUp aria-hidden />
              {t('comments.undo')}
            </PlainButton>
          )}
          {onWithdraw && (
            <PlainButton disabled={busy} onClick={onWithdraw} data-testid="comment-withdraw">
              {t('comments.withdraw')}
            </PlainButton>
          )}
        </div>
      )}
    </li>
  )
}
