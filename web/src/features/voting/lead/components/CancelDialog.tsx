// Hủy biểu quyết: never without a reason, which everybody reads; the votes are gone for good.
import type { Poll } from '@hoi-truong/shared/voting'
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { useRoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'
import classes from './Lead.module.css'

export interface CancelDialogProps {
  poll: Poll
  onClose(): void
  onCancelled(): void
}

export function CancelDialog({ poll, onClose, onCancelled }: CancelDialogProps) {
  const { t } = useWords()
  const command = useRoomCommand()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const cancel = async (event: FormEvent) => {
    event.preventDefault()
    const given = reason.trim()
    setMissing(given === '')
    if (given === '') return
    if (!(await command.run('voting.cancel', { pollId: poll.question.pollId, reason: given }))) return
    onClose()
    onCancelled()
  }
  return (
    <Dialog opened onClose={onClose} title={t('polling.cancel_title')}>
      <form className={classes.form} onSubmit={(event) => void cancel(event)} noValidate>
        <p className={classes.title}>{poll.question.title}</p>
        <p>{t('polling.cancel_lead')}</p>
        <Textarea
          size="lg"
          label={t('polling.cancel_reason')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={missing ? t('polling.cancel_missing') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
          data-testid="poll-cancel-reason"
        />
        {command.refusal && <ProblemNotice problem={command.refusal} data-testid="poll-cancel-refused" />}
        <Button type="submit" size="lg" disabled={command.busy} data-testid="poll-cancel-confirm">
          {t('polling.cancel')}
        </Button>
        <Button size="lg" variant="default" onClick={onClose} data-testid="poll-cancel-back">
          {t('polling.back')}
        </Button>
      </form>
    </Dialog>
  )
}
