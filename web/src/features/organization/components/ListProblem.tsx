// Why there is no list; whoever came to another branch's address is led to their own.
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import type { Problem } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useSession } from '../../account/hooks/useSession.ts'

export function ListProblem({ problem }: { problem: Problem }) {
  const { t } = useWords()
  const own = useSession((state) => state.member?.organizationId)
  if (problem.code !== 'FORBIDDEN') return <ProblemNotice problem={problem} data-testid="members-problem" />
  return (
    <Notice tone="trouble" urgent data-testid="members-problem">
      <p>{t('members.other_branch')}</p>
      {own !== undefined && <Link to={`/branches/${own}/members`}>{t('members.own_list')}</Link>}
    </Notice>
  )
}
