// Who has asked for an account and waits for the committee. What was decided here stays in its place and says so: nothing moves away
// under the finger.
import type { BranchAccounts } from '@hoi-truong/shared/account'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import classes from './Accounts.module.css'
import { RequestCard } from './RequestCard.tsx'

export type AccountRequestLine = BranchAccounts['requests'][number]

export interface RequestQueueProps {
  organizationId: string
  accounts: BranchAccounts
}

export function RequestQueue({ organizationId, accounts }: RequestQueueProps) {
  const { t } = useWords()
  const [touched, setTouched] = useState<readonly AccountRequestLine[]>([])
  const waiting = accounts.requests
  const waitingIds = new Set(waiting.map(({ requestId }) => requestId))
  const shown = [...waiting, ...touched.filter(({ requestId }) => !waitingIds.has(requestId))].sort((a, b) =>
    a.at < b.at ? -1 : 1,
  )
  if (shown.length === 0) return null
  return (
    <section className={classes.queue} aria-labelledby="requests" data-testid="account-requests">
      <h2 id="requests">{t('account.requests', { count: waiting.length })}</h2>
      {accounts.canDecide && <p className={classes.soft}>{t('account.requests_lead')}</p>}
      <ul className={classes.list}>
        {shown.map((request) => (
          <RequestCard
            key={request.requestId}
            organizationId={organizationId}
            request={request}
            canDecide={accounts.canDecide}
            nameOf={(memberId) => accounts.members.find((member) => member.memberId === memberId)?.name}
            onTouched={() =>
              setTouched((before) =>
                before.some(({ requestId }) => requestId === request.requestId) ? before : [...before, request],
              )
            }
          />
        ))}
      </ul>
    </section>
  )
}
