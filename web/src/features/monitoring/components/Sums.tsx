// The month in figures: branches by state, present of expected, accounts by both denominators.
import { formatCount, formatMonth, type MessageKey } from '@hoi-truong/shared/i18n'
import type { BranchMonth, MonitoringView } from '@hoi-truong/shared/monitoring'
import { useWords } from '../../../i18n/index.ts'
import { useSaidNowAndThen } from '../hooks/useSaidNowAndThen.ts'
import { monthWords, shareOf } from '../words.ts'
import { AccountSums } from './AccountSums.tsx'
import classes from './Monitoring.module.css'

const always: BranchMonth[] = ['held', 'running', 'scheduled', 'notScheduled', 'overdue']

export function Sums({ view: { month, sums, accounts } }: { view: MonitoringView }) {
  const { t, language } = useWords()
  const { branches, byMonth, present, expected } = sums
  const count = (number: number) => formatCount(number, language)
  const tiles: [name: string, word: MessageKey, number: number][] = [
    ['branches', 'monitoring.branches', branches],
    ...always.map((state): [string, MessageKey, number] => [state, monthWords[state], byMonth[state]]),
  ]
  if (byMonth.notHeld > 0) tiles.push(['notHeld', monthWords.notHeld, byMonth.notHeld])
  const said = useSaidNowAndThen(
    t('monitoring.said', {
      held: count(byMonth.held),
      running: count(byMonth.running),
      overdue: count(byMonth.overdue),
      branches: count(branches),
      present: count(present),
      expected: count(expected),
    }),
  )
  return (
    <section className={classes.sums} aria-label={t('monitoring.sums', { month: formatMonth(month) })}>
      <dl className={classes.tiles}>
        {tiles.map(([name, word, number]) => (
          <div key={name} data-state={name} data-some={number > 0}>
            <dt>{t(word)}</dt>
            <dd data-testid={`sum-${name}`}>{count(number)}</dd>
          </div>
        ))}
      </dl>
      {expected > 0 ? (
        <p className={classes.attendance} data-testid="sum-attendance" data-present={present} data-expected={expected}>
          {t('monitoring.attendance', { present: count(present), expected: count(expected) })},{' '}
          <strong>{t('monitoring.attendance_rate', { rate: shareOf(present, expected, language) })}</strong>
        </p>
      ) : (
        <p className={classes.soft} data-testid="sum-attendance" data-present={0} data-expected={0}>
          {t('monitoring.attendance_none')}
        </p>
      )}
      <p className="hidden-text" aria-live="polite">
        {said}
      </p>
      <AccountSums accounts={accounts} />
    </section>
  )
}
