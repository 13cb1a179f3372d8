// The way to the page of each site that this member may run, beside the room and not instead of it.
import { IconBuildingCommunity } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingRoles, useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import classes from './PeoplePanel.module.css'

export function SiteLinks() {
  const { t } = useWords()
  const { room, memberId } = useMeeting()
  const { meeting } = useMeetingState()
  const roles = useMeetingRoles()
  const all = roles.includes('chair') || roles.includes('minutesSecretary')
  return meeting.plan?.sites
    .filter(({ operatorId }) => all || operatorId === memberId)
    .map(({ siteId, name }) => (
      <Link
        key={siteId}
        to={`/meetings/${room.meetingId}/sites/${siteId}`}
        target="_blank"
        className={classes.link}
        data-testid="site-link"
        data-site-id={siteId}
      >
        <IconBuildingCommunity aria-hidden />
        {t('people.site_open', { site: name })}
      </Link>
    ))
}
