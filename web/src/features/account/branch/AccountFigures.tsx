// The two figures that committees ask for: of all members, and of those able to take part, how many have a working account.
import type { AccountCounts } from '@hoi-truong/shared/account'
import { formatCount, formatRate } from '@hoi-truong/shared/i18n'
import { useWords } from '../../../i18n/index.ts'
import classes from './Accounts.module.css'
import { rateOf } from './findAccounts.ts'

export function AccountFigures({ counts }: { counts: AccountCounts }) {
  const { t, language } = useWords()
  const figures = [
    { id: 'all', label: t('account.all_members'), hint: '', active: counts.active, all: counts.members },
    {
      id: 'able',
      label: t('account.able_members'),
      hint: t('account.able_explained'),
      active: counts.activeAble,
      all: counts.able,
    },
  ]
  return (
    <section aria-label={t('account.figures')}>
      <dl className={classes.figures}>
        {figures.map(({ id, label, hint, active, all }) => {
          const rate = rateOf(active, all)
          return (
            <div key={id} data-testid={`accounts-figure-${id}`} data-active={active} data-all={all}>
              <dt>{label}</dt>
              <dd>
                <strong>{rate === null ? '–' : formatRate(rate, language)}</strong>
                <span>
                  {t('account.with_account', {
                    active: formatCount(active, language),
                    all: formatCount(all, language),
                  })}
                </span>
                {hint !== '' && <span className={classes.soft}>{hint}</span>}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
