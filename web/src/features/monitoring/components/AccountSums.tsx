// How many have an account: of all members, and of those able to take part. Committees ask for both.
import type { AccountCounts } from '@hoi-truong/shared/account'
import { formatCount } from '@hoi-truong/shared/i18n'
import { useWords } from '../../../i18n/index.ts'
import { shareOf } from '../words.ts'
import classes from './Monitoring.module.css'

export function AccountSums({ accounts }: { accounts: AccountCounts }) {
  const { t, language } = useWords()
  const { members, able, active, activeAble, waiting } = accounts
  const values = (part: number, whole: number) => ({
    active: formatCount(part, language),
    members: formatCount(whole, language),
    rate: shareOf(part, whole, language),
  })
  return (
    <div className={classes.accounts} data-testid="sum-accounts">
      <p>{t('monitoring.accounts')}:</p>
      <ul>
        <li>{t('monitoring.accounts_all', values(active, members))}</li>
        <li>{t('monitoring.accounts_able', values(activeAble, able))}</li>
        {waiting > 0 && <li>{t('monitoring.accounts_waiting', { count: formatCount(waiting, language) })}</li>}
      </ul>
    </div>
  )
}
