// One committee beneath: its sums, and the way down to its branches.
import { formatCount } from '@hoi-truong/shared/i18n'
import type { CommitteeLine } from '@hoi-truong/shared/monitoring'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { shareOf } from '../words.ts'
import { JustChanged } from './JustChanged.tsx'
import classes from './Monitoring.module.css'

export interface CommitteeRowProps {
  line: CommitteeLine
  changed: boolean
  /** The month in the address, with its question mark; empty for the current one. */
  search: string
}

export function CommitteeRow({ line, changed, search }: CommitteeRowProps) {
  const { t, language } = useWords()
  const { organizationId, name, sums } = line
  const { branches, byMonth, present, expected } = sums
  const count = (number: number) => formatCount(number, language)
  const some = [
    ['monitoring.count_running', byMonth.running],
    ['monitoring.count_overdue', byMonth.overdue],
    ['monitoring.count_not_held', byMonth.notHeld],
  ] as const
  return (
    <li
      className={classes.row}
      data-testid="committee-line"
      data-organization-id={organizationId}
      data-changed={changed}
    >
      <div className={classes.who}>
        <Link to={{ pathname: `/committees/${organizationId}`, search }} className={classes.down}>
          {name}
          <IconChevronRight aria-hidden />
        </Link>
        <JustChanged changed={changed} />
      </div>
      <div className={classes.facts}>
        <p data-testid="committee-held">
          {t('monitoring.committee_sums', { held: count(byMonth.held), branches: count(branches) })}
        </p>
        <p className={classes.soft}>
          {some
            .filter(([, number]) => number > 0)
            .map(([word, number]) => t(word, { count: count(number) }))
            .join(' · ')}
        </p>
      </div>
      <div className={classes.turnout}>
        {expected > 0 && (
          <p className={classes.counts} data-testid="committee-turnout">
            <span className="hidden-text">
              {t('monitoring.attendance', { present: count(present), expected: count(expected) })}
            </span>
            <span aria-hidden>
              <strong>{count(present)}</strong> / {count(expected)}
            </span>
            <span className={classes.soft}>{shareOf(present, expected, language)}</span>
          </p>
        )}
      </div>
    </li>
  )
}
