// One month back, one ahead, and home to this one: in words, each with its month.
import { formatMonth } from '@hoi-truong/shared/i18n'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { shiftMonth } from '../month.ts'
import classes from './Monitoring.module.css'

export interface MonthChooserProps {
  organizationId: string
  /** YYYY-MM */
  month: string
  /** Whether the address names the month. */
  chosen: boolean
}

export function MonthChooser({ organizationId, month, chosen }: MonthChooserProps) {
  const { t } = useWords()
  const to = (other: string) => ({ pathname: `/committees/${organizationId}`, search: `?month=${other}` })
  return (
    <nav className={classes.months} aria-label={t('monitoring.month', { month: formatMonth(month) })}>
      <Link to={to(shiftMonth(month, -1))} className={classes.step} data-testid="month-before">
        <IconChevronLeft aria-hidden />
        {t('monitoring.month_before')}
      </Link>
      <strong className={classes.month} data-testid="month-shown" data-month={month}>
        {t('monitoring.month', { month: formatMonth(month) })}
      </strong>
      <Link to={to(shiftMonth(month, 1))} className={classes.step} data-testid="month-after">
        {t('monitoring.month_after')}
        <IconChevronRight aria-hidden />
      </Link>
      {chosen && (
        <Link to={`/committees/${organizationId}`} className={classes.step} data-testid="month-now">
          {t('monitoring.this_month')}
        </Link>
      )}
    </nav>
  )
}
