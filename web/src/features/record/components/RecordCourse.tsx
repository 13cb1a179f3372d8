// What the meeting was about: each item with when it was taken up and how long it took.
import type { AgendaState } from '@hoi-truong/shared/agenda'
import { formatDuration, formatTime } from '@hoi-truong/shared/i18n'
import { findInRoll, type MeetingState } from '@hoi-truong/shared/meeting'
import { useWords } from '../../../i18n/index.ts'
import classes from './Record.module.css'

export function RecordCourse({ meeting, agenda }: { meeting: MeetingState; agenda: AgendaState }) {
  const { t, language } = useWords()
  if (agenda.items.length === 0) return null
  const times = (itemId: string): string[] =>
    agenda.courses
      .filter((course) => course.itemId === itemId)
      .map(({ startedAt, endedAt }) => {
        const from = formatTime(startedAt, language)
        if (endedAt === null) return from
        const length = formatDuration(Date.parse(endedAt) - Date.parse(startedAt), language)
        return t('record.course_times', { from, to: formatTime(endedAt, language), length })
      })
  return (
    <section aria-labelledby="course">
      <h2 id="course">{t('record.course')}</h2>
      <ol className={classes.course}>
        {agenda.items.map(({ itemId, title, presenterId }) => (
          <li key={itemId} data-testid="record-item" data-item-id={itemId}>
            <strong>{title}</strong>
            {presenterId !== null && <span className={classes.standing}>{findInRoll(meeting, presenterId)?.name}</span>}
            <span className={classes.standing}>{times(itemId).join('; ') || t('record.course_not_done')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
