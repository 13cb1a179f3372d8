// Who has asked for an account and waits for the committee. What was decided, here or by somebody else, stays in its place and says so:
// nothing moves away under the finger.
import type { BranchAccounts } from '@hoi-truong/shared/account'
import { useEffect, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { RequestCard } from './RequestCard.tsx'
import classes from './Requests.module.css'
import { keepSeen, requestsShown } from './requests.ts'

export interface RequestQueueProps {
  organizationId: string
  accounts: BranchAccounts
}

export function RequestQueue({ organizationId, accounts }: RequestQueueProps) {
  const { t } = useWords()
  const { requests, canDecide } = accounts
  const [seen, setSeen] = useState(requests)
  useEffect(() => setSeen((before) => keepSeen(before, requests)), [requests])
  const shown = requestsShown(seen, accounts)
  if (shown.length === 0) return null
  return (
    <section className={classes.queue} aria-labelledby="requests" data-testid="account-requests">
      <h2 id="requests">{t('account.requests', { count: requests.length })}</h2>
      {canDecide && <p className={classes.soft}>{t('account.requests_lead')}</p>}
      <ul className={classes.list}>
        {shown.map(({ request, decision, mayDecide }) => (
          <RequestCard
            key={request.requestId}
            organizationId={organizationId}
            request={request}
            decision={decision}
            mayDecide={mayDecide}
          />
        ))}
      </ul>
    </section>
  )
}
