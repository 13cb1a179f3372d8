// One's own comment on its way: waiting on this device, sent, late, or refused with its words.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { useOnline } from '../../../lib/useOnline.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import type { OwnComment as Own } from '../ownComments.ts'
import { type Everyone, subjectWords } from '../subjects.ts'
import classes from './Comment.module.css'

export interface OwnCommentProps {
  own: Own
  state: Everyone
  onPutAway(): void
  /** Back into the form, before it is sent. */
  onTakeBack(): void
}

export function OwnComment({ own: { item, comment, state }, state: everyone, onPutAway, onTakeBack }: OwnCommentProps) {
  const { t } = useWords()
  const online = useOnline()
  const [copied, setCopied] = useState(false)
  const quoted = (
    <blockquote className={classes.quote}>
      <span className={classes.when}>{subjectWords(t, everyone, comment.subject)}</span>
      <p className={classes.text}>{comment.text}</p>
    </blockquote>
  )
  if (state === 'refused' && item.refusal) {
    return (
      <Notice tone="trouble" urgent title={t('comments.refused')} data-testid="comment-refused">
        <p>{t(...sentenceOf(item.refusal))}</p>
        {quoted}
        <div className={classes.foot}>
          {/* Only where the page came by HTTPS; elsewhere the words can be marked and copied. */}
          {isSecureContext && (
            <Button
              variant="default"
              size="md"
              onClick={() => void navigator.clipboard.writeText(comment.text).then(() => setCopied(true))}
              data-testid="comment-copy"
            >
              {t(copied ? 'comments.copied' : 'comments.copy')}
            </Button>
          )}
          <Button variant="default" size="md" onClick={onPutAway} data-testid="comment-put-away">
            {t('comments.put_away')}
          </Button>
        </div>
      </Notice>
    )
  }
  if (state === 'sent' || state === 'late') {
    return (
      <Notice tone="good" data-testid={state === 'late' ? 'comment-sent-late' : 'comment-sent'}>
        <p>{t(state === 'late' ? 'comments.sent_late' : 'comments.sent')}</p>
        {quoted}
      </Notice>
    )
  }
  return (
    <Notice tone="info" data-testid="comment-waiting">
      <p>{t(item.tried || !online ? 'comments.waiting' : 'comments.sending')}</p>
      {quoted}
      {(item.tried || !online) && (
        <PlainButton onClick={onTakeBack} data-testid="comment-take-back">
          {t('comments.take_back')}
        </PlainButton>
      )}
    </Notice>
  )
}
