// Who led the meeting, from when on and how they came to it, and who wrote its minutes. Changes of the chair are read from the log.
import { formatTime } from '@hoi-truong/shared/i18n'
import type { LogEntry, LogEvent } from '@hoi-truong/shared/log'
import { findInRoll, type MeetingEvent, type MeetingState } from '@hoi-truong/shared/meeting'
import { useWords } from '../../../i18n/index.ts'
import { useMeetingLog } from '../../meeting/api/meetings.ts'

type ChairChanged = LogEvent & Extract<MeetingEvent, { type: 'meeting.chairChanged' }>

const isChairChange = (entry: LogEntry): entry is ChairChanged =>
  'type' in entry && entry.type === 'meeting.chairChanged'

export interface RecordOfficersProps {
  meetingId: string
  seq: number
  meeting: MeetingState
}

export function RecordOfficers({ meetingId, seq, meeting }: RecordOfficersProps) {
  const { t, language } = useWords()
  const { data: entries } = useMeetingLog(meetingId, seq)
  const changes = (entries ?? []).filter(isChairChange)
  const nameOf = (memberId: string | null) => (memberId && findInRoll(meeting, memberId)?.name) ?? ''
  const first = meeting.plan?.chairId ?? null
  return (
    <section aria-labelledby="officers">
      <h2 id="officers">{t('record.officers')}</h2>
      <p>{t('record.chair_is', { name: nameOf(changes.length > 0 ? first : meeting.chairId) })}</p>
      {changes.map(({ seq: place, at, payload }) => (
        <p key={place} data-testid="record-chair-change">
          {t('record.chair_from', {
            time: formatTime(at, language),
            name: nameOf(payload.memberId),
            how: t(payload.taken ? 'record.chair_taken' : 'record.chair_handed'),
          })}
        </p>
      ))}
      {meeting.minutesSecretaryId !== null && (
        <p>{t('record.secretary_is', { name: nameOf(meeting.minutesSecretaryId) })}</p>
      )}
    </section>
  )
}
