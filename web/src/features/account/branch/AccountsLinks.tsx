// From other pages to the accounts of a branch, for those who look after them, with how many wait.
import { may } from '@hoi-truong/shared/permissions'
import { IconIdBadge2 } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { useOwnOrganizations } from '../../meeting/api/meetings.ts'
import { useWaitingRequests } from '../api/branchAccounts.ts'
import classes from './AccountsLinks.module.css'

export function AccountsLinks() {
  const { data: organizations } = useOwnOrganizations()
  const own = (organizations ?? []).filter(({ roles, branchType }) => branchType !== null && may(roles, 'account.view'))
  return own.map(({ organizationId, name }) => (
    <AccountsLink key={organizationId} organizationId={organizationId} branch={own.length > 1 ? name : null} />
  ))
}

function AccountsLink({ organizationId, branch }: { organizationId: string; branch: string | null }) {
  const { t } = useWords()
  const { data: waiting = 0 } = useWaitingRequests(organizationId)
  return (
    <Link
      to={`/branches/${organizationId}/accounts`}
      className={classes.link}
      data-testid="accounts-link"
      data-waiting={waiting}
    >
      <IconIdBadge2 aria-hidden />
      <span className={classes.words}>
        {t('accounts.title')}
        {branch !== null && ` · ${branch}`}
      </span>
      {waiting > 0 && <span className={classes.count}>{t('accounts.waiting', { count: waiting })}</span>}
    </Link>
  )
}
