// Accounts of a branch's members: who waits for the committee, how many can take part by figures, and slips for those without.
import type { Slips } from '@hoi-truong/shared/account'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { lazyWithWords } from '../../../i18n/lazyWithWords.ts'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useOrganization } from '../../organization/api/organizations.ts'
import { useBranchAccounts } from '../api/branchAccounts.ts'
import { MemberFrame } from '../components/MemberFrame.tsx'
import { AccountFigures } from './AccountFigures.tsx'
import { AccountList } from './AccountList.tsx'
import classes from './Accounts.module.css'
import { RequestQueue } from './RequestQueue.tsx'

const SlipsView = lazyWithWords(['account'], () => import('../slips/SlipsView.tsx').then((page) => page.SlipsView), {
  keepTrying: true,
})

export function AccountsPage() {
  const { organizationId = '' } = useParams()
  const [slips, setSlips] = useState<Slips | null>(null)
  return (
    <MemberFrame>
      {slips ? (
        <SlipsView slips={slips} onDone={() => setSlips(null)} />
      ) : (
        <Accounts organizationId={organizationId} onSlips={setSlips} />
      )}
    </MemberFrame>
  )
}

function Accounts({ organizationId, onSlips }: { organizationId: string; onSlips(slips: Slips): void }) {
  const { t } = useWords()
  const { data, error, failureReason } = useBranchAccounts(organizationId)
  const organization = useOrganization(organizationId)
  const trouble = error ?? failureReason
  // All at once: on a slow line nothing moves away under the finger.
  const shown = organization.isPending ? undefined : data
  return (
    <>
      <div>
        <PageHeading>{t('accounts.title')}</PageHeading>
        {organization.data && <p className={classes.organization}>{organization.data.name}</p>}
      </div>
      {trouble && <AccountsProblem problem={problemOf(trouble)} />}
      {!shown && !trouble && <p role="status">{t('common.loading')}</p>}
      {shown && (
        <>
          <RequestQueue organizationId={organizationId} accounts={shown} />
          <AccountFigures counts={shown.counts} />
          <AccountList organizationId={organizationId} accounts={shown} onSlips={onSlips} />
        </>
      )}
      <Link to="/" className={classes.back}>
        {t('common.back')}
      </Link>
    </>
  )
}

function AccountsProblem({ problem }: { problem: Problem }) {
  const { t } = useWords()
  if (problem.code !== 'FORBIDDEN') return <ProblemNotice problem={problem} data-testid="accounts-problem" />
  return (
    <Notice tone="trouble" urgent data-testid="accounts-problem">
      <p>{t('account.other_branch')}</p>
    </Notice>
  )
}
