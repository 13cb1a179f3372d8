// Each member's line: how the roll call has them, where they were from when to when, how long.
import type { PresenceInterval, RollCall, RollLine } from '@hoi-truong/shared/attendance'
import { formatClock, formatDuration } from '@hoi-truong/shared/i18n'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { useWords } from '../../../i18n/index.ts'
import { RollRemarks } from '../../attendance/components/RollRemarks.tsx'
import { compareInRoll } from '../../attendance/rollOrder.ts'
import { markWords, memberStatusWords, placeWords, standingOf } from '../../attendance/words.ts'
import classes from './Record.module.css'

export interface RecordRollProps {
  call: RollCall
  meeting: MeetingState
  /** For whoever may still set the roll call right. */
  onRollCall?: (memberId: string) => void
}

export function RecordRoll({ call, meeting, onRollCall }: RecordRollProps) {
  const { t } = useWords()
  const members = call.members.toSorted((a, b) => compareInRoll(a.entry, b.entry))
  const others = [
    { id: 'followers', title: t('record.followers'), lines: call.followers },
    { id: 'guests', title: t('record.guests'), lines: call.guests },
  ].filter(({ lines }) => lines.length > 0)
  return (
    <section aria-labelledby="roll">
      <h2 id="roll">{t('record.title')}</h2>
      <RollTable lines={members} meeting={meeting} labelledBy="roll" {...(onRollCall && { onRollCall })} />
      {others.map(({ id, title, lines }) => (
        <div key={id}>
          <h3 id={id}>{title}</h3>
          <RollTable lines={lines} meeting={meeting} labelledBy={id} guests />
        </div>
      ))}
    </section>
  )
}

interface RollTableProps {
  lines: RollLine[]
  meeting: MeetingState
  labelledBy: string
  guests?: boolean
  onRollCall?: (memberId: string) => void
}

function RollTable({ lines, meeting, labelledBy, guests = false, onRollCall }: RollTableProps) {
  const { t } = useWords()
  return (
    <table className={classes.table} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('record.name')}</th>
          <th scope="col">{t('record.presence')}</th>
          <th scope="col">{t('record.intervals')}</th>
          <th scope="col">{t('record.attended')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <RollRow
            key={line.entry.memberId}
            line={line}
            meeting={meeting}
            guest={guests}
            {...(onRollCall && { onRollCall: () => onRollCall(line.entry.memberId) })}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RollRowProps {
  line: RollLine
  meeting: MeetingState
  guest: boolean
  onRollCall?: () => void
}

function RollRow({ line, meeting, guest, onRollCall }: RollRowProps) {
  const { t, language } = useWords()
  const { entry, presence, mark, late, intervals, attendedMs } = line
  const status = memberStatusWords[entry.status]
  const standing = guest ? entry.title : t(standingOf(entry))
  const absentGuest = guest && intervals.length === 0
  return (
    <tr
      data-testid="record-row"
      data-member-id={entry.memberId}
      data-presence={presence}
      data-mark={mark}
      data-late={late}
    >
      <th scope="row">
        {entry.name}
        <span className={classes.standing}>{[standing, status && t(status)].filter(Boolean).join(' · ')}</span>
      </th>
      <td>
        {absentGuest ? t('record.none') : t(markWords[mark])}
        <RollRemarks line={line} onRollCall={onRollCall} data-testid="record-roll-call" />
      </td>
      <td>
        {intervals.length > 0 && (
          <ul className={classes.intervals}>
            {intervals.map((interval) => (
              <li key={interval.startedAt} data-testid="record-interval">
                {wordsOf(interval, meeting, t)}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-testid="record-attended">{attendedMs > 0 && formatDuration(attendedMs, language)}</td>
    </tr>
  )
}

function wordsOf(interval: PresenceInterval, meeting: MeetingState, t: ReturnType<typeof useWords>['t']): string {
  const to = interval.endedAt ? formatClock(interval.endedAt) : '…'
  const span = t('record.interval', { from: formatClock(interval.startedAt), to })
  const beside = [
    placeWords(t, meeting, interval.place),
    ...(interval.reason === 'lapsed' ? [t('record.lapsed')] : []),
    ...(interval.reason === 'removed' ? [t('record.removed')] : []),
  ]
  return `${span} (${beside.join(', ')})`
}
