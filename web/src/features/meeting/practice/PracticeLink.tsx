// From the home page to practising: quiet, at the end, for whoever wants to learn the desk before the evening.
import { IconSchool } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { useSession } from '../../account/hooks/useSession.ts'
import { useOwnOrganizations } from '../api/meetings.ts'
import classes from './Practice.module.css'

export function PracticeLink() {
  const { t } = useWords()
  const home = useSession((state) => state.member?.organizationId)
  const { data: organizations } = useOwnOrganizations()
  const branch = organizations?.find(({ organizationId, branchType }) => organizationId === home && branchType !== null)
  if (!branch) return null
  return (
    <Link to={`/branches/${branch.organizationId}/practice`} className={classes.back} data-testid="practice-link">
      <IconSchool aria-hidden />
      {t('meetings.practise')}
    </Link>
  )
}
