// The state of a meeting: a word with a sign of its own shape.
import type { MeetingStatus } from '@hoi-truong/shared/meeting'
import {
  IconCalendarEvent,
  IconCalendarOff,
  IconCircleCheck,
  IconLock,
  IconPencil,
  IconPlayerRecord,
} from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { statusWords } from '../words.ts'
import classes from './StatusTag.module.css'

const signs = {
  draft: IconPencil,
  announced: IconCalendarEvent,
  open: IconPlayerRecord,
  closed: IconCircleCheck,
  sealed: IconLock,
  cancelled: IconCalendarOff,
  notHeld: IconCalendarOff,
} satisfies Record<MeetingStatus, unknown>

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
