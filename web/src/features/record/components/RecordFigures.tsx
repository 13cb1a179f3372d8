// The counts that the minutes need (DOMAIN 2.3), the base with its sum, and what the chair stated on the quorum.
import type { AttendanceState, RollCall } from '@hoi-truong/shared/attendance'
import { formatCount, formatRate } from '@hoi-truong/shared/i18n'
import { useWords } from '../../../i18n/index.ts'
import { QuorumLine } from '../../attendance/components/RollFigures.tsx'
import { baseSum } from '../../attendance/words.ts'
import classes from './Record.module.css'

export function RecordFigures({ call, attendance }: { call: RollCall; attendance: AttendanceState }) {
  const { t, language } = useWords()
  const { counts } = call
  const always: [string, number, string][] = [
    ['total', counts.total, t('roll.total')],
    ['expected', counts.expected, t('people.expected')],
    ['present', counts.present, t('people.present')],
  ]
  const where: [string, number, string][] = [
    ['in-person', counts.inPerson, t('record.in_person')],
    ['online', counts.online, t('roll.present_online')],
    ['late', counts.late, t('roll.late')],
    ['excused', counts.excused, t('roll.absent_excused')],
    ['unexcused', counts.unexcused, t('roll.absent_unexcused')],
  ]
  const ifAny: [string, number, string][] = [
    ['left-early', counts.leftEarly, t('roll.left_early')],
    ['undecided', counts.undecided, t('people.undecided')],
    ['exempt', counts.exempt, t('roll.exempt')],
    ['exempt-present', counts.exemptPresent, t('record.exempt_present')],
    ['away', counts.away, t('roll.temp_out')],
    ['special-duty', counts.specialDuty, t('roll.special_duty')],
    ['suspended', counts.suspended, t('member.suspended')],
    ['temporary', counts.temporary, t('role.temp_in_member')],
  ]
  const figures: [string, string, string][] = [
    ...always.map(([id, count, name]): [string, string, string] => [id, formatCount(count, language), name]),
    ['rate', counts.rate === null ? '–' : formatRate(counts.rate, language), t('roll.rate')],
    ...[...where, ...ifAny.filter(([, count]) => count > 0)].map(([id, count, name]): [string, string, string] => [
      id,
      formatCount(count, language),
      name,
    ]),
  ]
  return (
    <section aria-labelledby="summary" className={classes.summary}>
      <h2 id="summary">{t('record.summary')}</h2>
      <dl className={classes.figures}>
        {figures.map(([id, figure, name]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd data-testid={`record-${id}`}>{figure}</dd>
          </div>
        ))}
      </dl>
      <p>
        {t('people.base')}: <strong data-testid="base-sum">{baseSum(t, call.base)}</strong>
      </p>
      <QuorumLine quorum={call.quorum} confirmed={attendance.quorum} />
    </section>
  )
}
