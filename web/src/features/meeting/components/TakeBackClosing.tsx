// Hoàn tác kết thúc: for as long as the rules allow it, with how long that still is.
import { rulesOf } from '@hoi-truong/shared/attendance'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import classes from './TakeBackClosing.module.css'

const MINUTE_MS = 60_000

export interface TakeBackClosingProps {
  meeting: MeetingState
  /** Ms since 1970, the server's clock. */
  now: number
  busy: boolean
  onTakeBack(): void
}

export function TakeBackClosing({ meeting, now, busy, onTakeBack }: TakeBackClosingProps) {
  const { t } = useWords()
  if (meeting.status !== 'closed' || meeting.closedAt === null) return null
  const leftMs = Date.parse(meeting.closedAt) + rulesOf(meeting).reopenMinutes * MINUTE_MS - now
  if (leftMs <= 0) return null
  return (
    <section className={classes.takeBack}>
      <p>{t('people.take_back_lead', { minutes: Math.ceil(leftMs / MINUTE_MS) })}</p>
      <Button
        variant="default"
        size="md"
        disabled={busy}
        leftSection={<IconArrowBackUp aria-hidden />}
        onClick={onTakeBack}
        data-testid="meeting-reopen"
      >
        {t('people.take_back')}
      </Button>
    </section>
  )
}
