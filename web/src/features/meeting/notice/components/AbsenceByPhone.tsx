// A notice of absence that was given by telephone: the committee writes down the reason.
import { absenceReasonSchema } from '@hoi-truong/shared/attendance'
import type { RollEntry } from '@hoi-truong/shared/meeting'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import type { Problem } from '../../../../lib/problem.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import classes from './Notice.module.css'

export interface AbsenceByPhoneProps {
  entry: RollEntry
  busy: boolean
  problem: Problem | null
  onClose(): void
  onRecord(reason: string): Promise<void>
}

export function AbsenceByPhone({ entry, busy, problem, onClose, onRecord }: AbsenceByPhoneProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = () => {
    const parsed = absenceReasonSchema.safeParse(reason)
    setWrong(!parsed.success)
    if (parsed.success) void onRecord(parsed.data)
  }
  return (
    <Dialog opened onClose={onClose} title={t('notice.record_absence_of', { name: entry.name })}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p>{t('notice.record_absence_lead')}</p>
        <Textarea
          size="md"
          rows={3}
          label={t('roll.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={wrong && t(reason.trim().length > 500 ? 'notice.reason_too_long' : 'notice.reason_needed')}
          data-autofocus
          data-testid="record-absence-reason"
        />
        {problem && <ProblemNotice problem={problem} />}
        <Button type="submit" size="md" loading={busy} data-testid="record-absence-submit">
          {t('notice.record_absence')}
        </Button>
      </form>
    </Dialog>
  )
}
