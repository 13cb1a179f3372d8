// The roll call in figures: how many of how many, the rate, where, late, absent; the base with its sum; the quorum in words.
import type { ConfirmedQuorum, Quorum, RollCall } from '@hoi-truong/shared/attendance'
import { formatRate, formatTime } from '@hoi-truong/shared/i18n'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { baseSum, quorumWords } from '../words.ts'
import classes from './RollFigures.module.css'

export function RollFigures({ call }: { call: RollCall }) {
  const { t, language } = useWords()
  const { counts, base } = call
  const several = [
    ['people.late', counts.late],
    ['people.left_early', counts.leftEarly],
    ['people.excused', counts.excused],
    ['people.undecided_count', counts.undecided],
    ['people.unexcused', counts.unexcused],
    ['people.missing', counts.missing],
    ['people.exempt_present', counts.exemptPresent],
    ['people.temporary', counts.temporary],
  ] as const
  return (
    <div className={classes.figures}>
      <dl className={classes.counts}>
        <div>
          <dt>{t('people.present')}</dt>
          <dd data-testid="count-present">{counts.present}</dd>
        </div>
        <div>
          <dt>{t('people.expected')}</dt>
          <dd data-testid="count-expected">{counts.expected}</dd>
        </div>
        <div>
          <dt>{t('people.rate')}</dt>
          <dd data-testid="count-rate">{counts.rate === null ? '–' : formatRate(counts.rate, language)}</dd>
        </div>
      </dl>
      <p className={classes.more} data-testid="count-where">
        {t('people.where', { inPerson: counts.inPerson, online: counts.online })}
      </p>
      <p className={classes.more}>
        {several
          .filter(([, count]) => count > 0)
          .map(([key, count]) => t(key, { count }))
          .join(' · ')}
      </p>
      <p className={classes.more}>
        {t('people.total', { total: counts.total, official: counts.official, probationary: counts.probationary })}
      </p>
      <p className={classes.more}>
        {t('people.base')}: <span data-testid="base-sum">{baseSum(t, base)}</span>
      </p>
    </div>
  )
}

const signs = { green: IconCircleCheck, amber: IconAlertTriangle, red: IconCircleX }

export function QuorumLine({ quorum, confirmed }: { quorum: Quorum; confirmed: ConfirmedQuorum | null }) {
  const { t, language } = useWords()
  const Sign = signs[quorum.level]
  return (
    <div className={classes.quorum} data-level={quorum.level} data-testid="quorum">
      <Sign aria-hidden />
      <div>
        <strong data-testid="quorum-figures">
          {quorum.present}/{quorum.base}
        </strong>{' '}
        <strong>{t(quorumWords[quorum.level])}</strong>
        <span className={classes.more}>{t('people.quorum_figures', { ...quorum })}</span>
        {confirmed && (
          <span className={classes.more} data-testid="quorum-confirmed">
            {t('people.quorum_confirmed', {
              time: formatTime(confirmed.at, language),
              present: confirmed.present,
              base: confirmed.base,
            })}
          </span>
        )}
      </div>
    </div>
  )
}
