// Each member's line: how the roll call has them, when they were in the room, how long.
import type { PresenceInterval, RollCall, RollLine } from '@hoi-truong/shared/attendance'
import { formatClock, formatDuration } from '@hoi-truong/shared/i18n'
import { useWords } from '../../../i18n/index.ts'
import { compareInRoll } from '../../attendance/rollOrder.ts'
import { closedPresenceWords, memberStatusWords, presenceWords, standingOf } from '../../attendance/words.ts'
import classes from './Record.module.css'

export function RecordRoll({ call, closed }: { call: RollCall; closed: boolean }) {
  const { t } = useWords()
  const members = call.members.toSorted((a, b) => compareInRoll(a.entry, b.entry))
  return (
    <section aria-labelledby="roll">
      <h2 id="roll">{t('record.title')}</h2>
      <RollTable lines={members} closed={closed} labelledBy="roll" />
      {call.followers.length > 0 && (
        <>
          <h3 id="followers">{t('record.followers')}</h3>
          <RollTable lines={call.followers} closed={closed} labelledBy="followers" guests />
        </>
      )}
    </section>
  )
}

interface RollTableProps {
  lines: RollLine[]
  closed: boolean
  labelledBy: string
  guests?: boolean
}

function RollTable({ lines, closed, labelledBy, guests = false }: RollTableProps) {
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
          <RollRow key={line.entry.memberId} line={line} closed={closed} guest={guests} />
        ))}
      </tbody>
    </table>
  )
}

function RollRow({ line, closed, guest }: { line: RollLine; closed: boolean; guest: boolean }) {
  const { t, language } = useWords()
  const { entry, presence, late, intervals, attendedMs } = line
  const status = memberStatusWords[entry.status]
  const standing = guest ? entry.title : t(standingOf(entry))
  // Nobody is called absent who need not come.
  const excused = (guest || entry.status !== 'active') && intervals.length === 0
  const words = closed ? closedPresenceWords[presence] : presenceWords[presence]
  return (
    <tr data-testid="record-row" data-member-id={entry.memberId} data-presence={presence} data-late={late}>
      <th scope="row">
        {entry.name}
        <span className={classes.standing}>{[standing, status && t(status)].filter(Boolean).join(' · ')}</span>
      </th>
      <td>
        {excused ? t('record.none') : t(words)}
        {late && <strong className={classes.late}>{t('roll.late')}</strong>}
      </td>
      <td>
        {intervals.length > 0 && (
          <ul className={classes.intervals}>
            {intervals.map((interval) => (
              <li key={interval.startedAt} data-testid="record-interval">
                {wordsOf(interval, t)}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-testid="record-attended">{attendedMs > 0 && formatDuration(attendedMs, language)}</td>
    </tr>
  )
}

function wordsOf(interval: PresenceInterval, t: ReturnType<typeof useWords>['t']): string {
  const to = interval.endedAt ? formatClock(interval.endedAt) : '…'
  const span = t('record.interval', { from: formatClock(interval.startedAt), to })
  return interval.reason === 'lapsed' ? `${span} (${t('record.lapsed')})` : span
}
