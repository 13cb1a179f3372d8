// Where a branch stands, in a word with a sign of its own shape: never by colour alone.
import type { BranchMonth } from '@hoi-truong/shared/monitoring'
import {
  IconAlertTriangle,
  IconCalendarEvent,
  IconCalendarOff,
  IconCalendarQuestion,
  IconCircleCheck,
  IconPlayerRecord,
} from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { monthWords } from '../words.ts'
import classes from './Monitoring.module.css'

const signs = {
  held: IconCircleCheck,
  running: IconPlayerRecord,
  scheduled: IconCalendarEvent,
  notScheduled: IconCalendarQuestion,
  overdue: IconAlertTriangle,
  notHeld: IconCalendarOff,
} satisfies Record<BranchMonth, unknown>

export function MonthTag({ month }: { month: BranchMonth }) {
  const { t } = useWords()
  const Sign = signs[month]
  return (
    <span className={classes.tag} data-month={month} data-testid="branch-month">
      <Sign aria-hidden />
      {t(monthWords[month])}
    </span>
  )
}
