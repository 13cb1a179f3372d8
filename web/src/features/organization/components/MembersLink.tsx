// From other pages to the list of one's own branch.
import { IconUsersGroup } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { useSession } from '../../account/hooks/useSession.ts'
import classes from './Members.module.css'

export function MembersLink() {
  const { t } = useWords()
  const organizationId = useSession((state) => state.member?.organizationId)
  if (organizationId === undefined) return null
  return (
    <Link to={`/branches/${organizationId}/members`} className={classes.back} data-testid="members-link">
      <IconUsersGroup aria-hidden />
      {t('members.title')}
    </Link>
  )
}
