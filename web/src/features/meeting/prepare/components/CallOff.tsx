// Calling a meeting off: by mistake or to another date (cancelled), or because the branch cannot meet this month (not held).
import { meetingReasonSchema } from '@hoi-truong/shared/meeting'
import { Button, Textarea } from '@mantine/core'
import { IconCalendarOff, IconCalendarX } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import type { PlanDraftState } from '../planDraft.ts'
import classes from './Prepare.module.css'

type Way = 'meeting.cancel' | 'meeting.recordNotHeld'

const words = {
  'meeting.cancel': { title: 'prepare.cancel', lead: 'prepare.cancel_lead' },
  'meeting.recordNotHeld': { title: 'prepare.not_held', lead: 'prepare.not_held_lead' },
} as const

export interface CallOffProps {
  state: PlanDraftState
  onCallOff(way: Way, reason: string): Promise<boolean>
}

export function CallOff({ state, onCallOff }: CallOffProps) {
  const { t } = useWords()
  const [way, setWay] = useState<Way | null>(null)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = async () => {
    const parsed = meetingReasonSchema.safeParse(reason)
    setWrong(!parsed.success)
    if (parsed.success && way && (await onCallOff(way, parsed.data))) setWay(null)
  }
  return (
    <details className={classes.other}>
      <summary data-testid="prepare-other">{t('prepare.other')}</summary>
      <div className={classes.otherButtons}>
        <Button
          variant="default"
          size="md"
          leftSection={<IconCalendarX aria-hidden />}
          onClick={() => setWay('meeting.cancel')}
          data-testid="prepare-cancel"
        >
          {t('prepare.cancel')}
        </Button>
        <Button
          variant="default"
          size="md"
          leftSection={<IconCalendarOff aria-hidden />}
          onClick={() => setWay('meeting.recordNotHeld')}
          data-testid="prepare-not-held"
        >
          {t('prepare.not_held')}
        </Button>
      </div>
      {way && (
        <Dialog opened onClose={() => setWay(null)} title={t(words[way].title)}>
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault()
              void submit()
            }}
          >
            <p>{t(words[way].lead)}</p>
            <Textarea
              size="md"
              rows={3}
              label={t('prepare.reason')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={wrong && t(reason.trim().length > 500 ? 'prepare.reason_long' : 'prepare.reason_short')}
              data-autofocus
              data-testid="call-off-reason"
            />
            {state.problem && <ProblemNotice problem={state.problem} />}
            <div className={classes.dialogButtons}>
              <Button size="md" variant="default" onClick={() => setWay(null)}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" size="md" loading={state.doing === 'callingOff'} data-testid="call-off-confirm">
                {t(words[way].title)}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </details>
  )
}
