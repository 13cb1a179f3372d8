// When and how a meeting is, was, or was to be.
import { formatDateTime, formatDuration } from '@hoi-truong/shared/i18n'
import type { BranchMonth, MonitoredMeeting } from '@hoi-truong/shared/monitoring'
import { useWords } from '../../../i18n/index.ts'
import { formWords, statusWords } from '../../meeting/words.ts'
import classes from './Monitoring.module.css'

export function MeetingFacts({ meeting, month }: { meeting: MonitoredMeeting; month: BranchMonth }) {
  const { t, language } = useWords()
  const { status, form, plannedStart, openedAt, closedAt, reason } = meeting
  const at = (iso: string) => formatDateTime(iso, language)
  const calledOff = status === 'cancelled' || status === 'notHeld'
  return (
    <>
      <p>
        {openedAt
          ? t('monitoring.began', { time: at(openedAt) })
          : t(calledOff ? 'monitoring.was_planned' : 'monitoring.planned', { time: at(plannedStart) })}
      </p>
      <p className={classes.soft}>
        {t(formWords[form])}
        {openedAt && closedAt && ` · ${lasted(openedAt, closedAt)}`}
        {status === 'cancelled' && month !== 'notHeld' && ` · ${t(statusWords.cancelled)}`}
      </p>
      {calledOff && reason && <p>{t('monitoring.reason', { reason })}</p>}
    </>
  )

  function lasted(from: string, to: string): string {
    return t('monitoring.lasted', { duration: formatDuration(Date.parse(to) - Date.parse(from), language) })
  }
}
