// What the minutes secretary has set right, for everybody to read: how it stood, how it stands, who, when, why.
import type { AttendanceState, Correction, PresenceInterval } from '@hoi-truong/shared/attendance'
import { formatTime } from '@hoi-truong/shared/i18n'
import { findInRoll, type MeetingState } from '@hoi-truong/shared/meeting'
import { useWords } from '../../../i18n/index.ts'
import { placeWords } from '../words.ts'
import classes from './PeoplePanel.module.css'

export interface CorrectionsProps {
  meeting: MeetingState
  attendance: AttendanceState
  /** Of this member alone. */
  memberId?: string
}

export function Corrections({ meeting, attendance, memberId }: CorrectionsProps) {
  const { t } = useWords()
  const all = attendance.corrections.filter((one) => memberId === undefined || one.memberId === memberId)
  if (all.length === 0) return null
  return (
    <section aria-label={t('people.corrections')} data-testid="corrections">
      <h3>{t('people.corrections')}</h3>
      <ul className={classes.rows}>
        {all.map((one) => (
          <CorrectionLine key={`${one.memberId}-${one.at}`} correction={one} meeting={meeting} />
        ))}
      </ul>
    </section>
  )
}

function CorrectionLine({ correction, meeting }: { correction: Correction; meeting: MeetingState }) {
  const { t, language } = useWords()
  const { memberId, by, at, reason, before, after } = correction
  const spanOf = ({ place, startedAt, endedAt }: PresenceInterval) => {
    const values = { place: placeWords(t, meeting, place), from: formatTime(startedAt, language) }
    return endedAt ? t('people.span', { ...values, to: formatTime(endedAt, language) }) : t('people.span_open', values)
  }
  return (
    <li className={classes.correction} data-testid="correction" data-member-id={memberId}>
      <span>
        {t('people.correction', {
          name: findInRoll(meeting, memberId)?.name ?? '',
          before: before.length > 0 ? before.map(spanOf).join('; ') : t('people.absent'),
          after: after ? spanOf(after) : t('people.absent'),
        })}
      </span>
      <span className={classes.standing}>
        {t('people.correction_by', {
          by: (by && findInRoll(meeting, by)?.name) ?? '',
          time: formatTime(at, language),
          reason,
        })}
      </span>
    </li>
  )
}
