// Gỡ tài liệu: a reason, one question, and it is gone for everybody.
import type { PostedDocument } from '@hoi-truong/shared/document'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeetingCommand } from '../../meeting/notice/useMeetingCommand.ts'
import classes from './Documents.module.css'

interface WithdrawDialogProps {
  meetingId: string
  document: PostedDocument
  onClose(): void
}

export function WithdrawDialog({ meetingId, document: { documentId, name }, onClose }: WithdrawDialogProps) {
  const { t } = useWords()
  const { run, busy, problem } = useMeetingCommand(meetingId)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = asked && reason.trim() === ''
  const withdraw = async () => {
    setAsked(true)
    if (reason.trim() === '') return
    if (await run('document.withdraw', { documentId, reason: reason.trim() })) onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={t('document.withdraw_title')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void withdraw()
        }}
      >
        <p>{t('document.withdraw_lead', { name })}</p>
        <Textarea
          size="md"
          data-autofocus
          label={t('document.withdraw_reason')}
          description={t('document.withdraw_hint')}
          error={missing && t('document.withdraw_needed')}
          value={reason}
          maxLength={500}
          autosize
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-testid="document-withdraw-reason"
        />
        {problem && <ProblemNotice problem={problem} data-testid="document-withdraw-refused" />}
        <div className={classes.buttons}>
          <Button type="submit" size="lg" loading={busy} data-testid="document-withdraw-confirm">
            {t('document.withdraw_confirm')}
          </Button>
          <Button size="lg" variant="default" onClick={onClose} data-testid="document-withdraw-cancel">
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
