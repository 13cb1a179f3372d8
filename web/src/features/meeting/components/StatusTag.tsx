// The state of a meeting: a word with a sign of its own shape.
import type { MeetingStatus } from '@hoi-truong/shared/meeting'
import { IconCalendarEvent, IconCircleCheck, IconPlayerRecord } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { statusWords } from '../words.ts'
import classes from './StatusTag.module.css'

const signs = { scheduled: IconCalendarEvent, open: IconPlayerRecord, closed: IconCircleCheck }

export function StatusTag({ status }: { status: MeetingStatus }) {
  const { t } = useWords()
  const Sign = signs[status]
  return (
    <span className={classes.tag} data-status={status} data-testid="meeting-status">
      <Sign aria-hidden />
      {t(statusWords[status])}
    </span>
  )
}
