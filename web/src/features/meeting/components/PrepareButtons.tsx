// The way to a new meeting, for those who prepare the meetings of a branch; and to the branch's list.
import { may } from '@hoi-truong/shared/permissions'
import { Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { useOwnOrganizations } from '../api/meetings.ts'
import classes from './MeetingsPage.module.css'

export function PrepareButtons() {
  const { t } = useWords()
  const { data: organizations } = useOwnOrganizations()
  const own = (organizations ?? []).filter(
    ({ roles, branchType }) => branchType !== null && may(roles, 'meeting.draft'),
  )
  if (own.length === 0) return null
  return (
    <div className={classes.prepare}>
      {own.map(({ organizationId, name }) => (
        <Button
          key={organizationId}
          component={Link}
          to={`/branches/${organizationId}/meetings/new`}
          size="lg"
          leftSection={<IconCalendarPlus aria-hidden />}
          data-testid="prepare-meeting"
          data-organization-id={organizationId}
        >
          {own.length === 1 ? t('meetings.prepare') : t('meetings.prepare_for', { branch: name })}
        </Button>
      ))}
    </div>
  )
}
