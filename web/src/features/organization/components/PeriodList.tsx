// Periods of one kind, each with its days, what belongs to it, and how it is ended.
import type { Period } from '@hoi-truong/shared/organization'
import { useWords } from '../../../i18n/index.ts'
import { isAhead, isOver, newestFirst, periodInWords } from '../periods.ts'
import classes from './Members.module.css'

interface PeriodItem extends Period {
  what: string
  lines: string[]
  ending: { label: string; act(): void } | null
}

export interface PeriodListProps {
  heading: string
  items: readonly PeriodItem[]
  today: string
  testId: string
}

export function PeriodList({ heading, items, today, testId }: PeriodListProps) {
  const { t } = useWords()
  return (
    <section className={classes.section} aria-labelledby={testId} data-testid={testId}>
      <h2 id={testId}>{heading}</h2>
      {items.length === 0 && <p className={classes.soft}>{t('members.none_recorded')}</p>}
      {items.length > 0 && (
        <ul className={classes.periods}>
          {newestFirst(items).map((item) => {
            const time = isOver(item, today) ? 'over' : isAhead(item, today) ? 'ahead' : 'now'
            return (
              <li
                key={`${item.what} ${item.from} ${item.to}`}
                className={classes.period}
                data-time={time}
                data-testid="member-period"
              >
                <div>
                  <p className={classes.what}>
                    {item.what}
                    {time !== 'over' && (
                      <span className={classes.state}>
                        {t(time === 'now' ? 'members.in_force' : 'members.to_come')}
                      </span>
                    )}
                  </p>
                  <p>{periodInWords(t, item, today)}</p>
                  {item.lines.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </div>
                {item.ending && (
                  <button
                    type="button"
                    className={classes.small}
                    onClick={item.ending.act}
                    aria-label={`${item.ending.label}: ${item.what}`}
                    data-testid="member-end"
                  >
                    {item.ending.label}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
