// A question about somebody's account before it is done, with the reason where one is wanted. What was typed stays through a refusal.
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import type { Problem } from '../../../lib/problem.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Sending } from '../hooks/useSending.ts'
import classes from './Accounts.module.css'
import { RefusalNotice } from './RefusalNotice.tsx'

export interface ReasonDialogProps {
  title: string
  means: string
  confirm: string
  /** What a good reason looks like; left out: none is asked for. */
  reasonHint?: string
  sending: Sending
  problem: Problem | null
  onConfirm(reason: string): void
  onClose(): void
  testId: string
}

const SHORTEST = 3

export function ReasonDialog(props: ReasonDialogProps) {
  const { title, means, confirm, reasonHint, sending, problem, onConfirm, onClose, testId } = props
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [short, setShort] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const tooShort = reasonHint !== undefined && reason.trim().length < SHORTEST
    setShort(tooShort)
    if (tooShort) return field.current?.focus()
    onConfirm(reason.trim())
  }
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <p className={classes.means}>{means}</p>
        {reasonHint !== undefined && (
          <Textarea
            ref={field}
            size="lg"
            rows={2}
            maxLength={300}
            label={t('account.reason')}
            description={reasonHint}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value)
              setShort(false)
            }}
            error={short && t('account.reason_short')}
            data-autofocus
            data-testid={`${testId}-reason`}
          />
        )}
        {problem && <RefusalNotice problem={problem} testId={`${testId}-refused`} />}
        {sending === 'waiting' && (
          <Notice tone="info" data-testid={`${testId}-waiting`}>
            <p>{t('account.waiting')}</p>
          </Notice>
        )}
        <Button type="submit" size="lg" aria-disabled={sending !== 'no'} data-testid={`${testId}-confirm`}>
          {sending === 'no' ? confirm : t('account.sending')}
        </Button>
      </form>
    </Dialog>
  )
}
