// Gửi ý kiến: what it is about, the words, one button. What is typed is kept on the device letter by letter.
import { COMMENT_MAX_CHARACTERS, commentTextSchema } from '@hoi-truong/shared/comment'
import { readableDocuments } from '@hoi-truong/shared/document'
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { titleOf } from '../../agenda/room/titleOf.ts'
import type { CommentDraft } from '../hooks/useCommentDraft.ts'
import { type Everyone, subjectKey, subjectOf } from '../subjects.ts'
import classes from './Comment.module.css'

export interface CommentFormProps {
  state: Everyone
  draft: CommentDraft
  onChange(changed: Partial<CommentDraft>): void
  onPost(comment: CommentDraft): void
  /** What it is about is settled by the page. */
  settled: boolean
  /** The meeting is over: what is sent now is late. */
  late: boolean
}

/** From here on the letters left are told. */
const NEAR = 200

export function CommentForm({ state, draft, onChange, onPost, settled, late }: CommentFormProps) {
  const { t } = useWords()
  const [error, setError] = useState<'empty' | null>(null)
  const { agenda, documents } = state
  const left = COMMENT_MAX_CHARACTERS - draft.text.trim().length
  const readable = readableDocuments(documents)
  const problem =
    left < 0
      ? t('comments.too_long', { count: COMMENT_MAX_CHARACTERS })
      : error === 'empty'
        ? t('comments.empty')
        : undefined
  const post = () => {
    const parsed = commentTextSchema.safeParse(draft.text)
    setError(parsed.success || left < 0 ? null : 'empty')
    if (parsed.success) onPost({ ...draft, text: parsed.data })
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        post()
      }}
      data-testid="comment-form"
    >
      <p className={classes.lead}>{t(late ? 'comments.will_be_late' : 'comments.lead')}</p>
      {!settled && (
        <NativeSelect
          size="lg"
          label={t('comments.about')}
          value={subjectKey(draft.subject)}
          onChange={(event) => onChange({ subject: subjectOf(event.currentTarget.value) })}
          data-testid="comment-subject"
        >
          <option value="meeting">{t('comments.about_meeting')}</option>
          {agenda.items.length > 0 && (
            <optgroup label={t('comments.items')}>
              {agenda.items.map((item) => (
                <option key={item.itemId} value={`item ${item.itemId}`}>
                  {titleOf(agenda.items, item)}
                </option>
              ))}
            </optgroup>
          )}
          {readable.length > 0 && (
            <optgroup label={t('comments.documents')}>
              {readable.map(({ documentId, name }) => (
                <option key={documentId} value={`document ${documentId}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </NativeSelect>
      )}
      <Textarea
        size="lg"
        rows={4}
        classNames={{ input: classes.input }}
        label={t('comments.text')}
        description={t('comments.kept_draft')}
        value={draft.text}
        onChange={(event) => {
          setError(null)
          onChange({ text: event.currentTarget.value })
        }}
        error={problem}
        data-testid="comment-text"
      />
      {left >= 0 && left <= NEAR && (
        <p className={classes.lead} role="status" data-testid="comment-left">
          {t('comments.left', { count: left })}
        </p>
      )}
      <Button type="submit" size="lg" leftSection={<IconSend aria-hidden />} data-testid="comment-submit">
        {t('comment.add')}
      </Button>
    </form>
  )
}
