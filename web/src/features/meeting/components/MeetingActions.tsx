// Where a card leads to: into the room, to the notice, to what is being prepared, to a site's roll call, to the record.
import type { MeetingSummary } from '@hoi-truong/shared/protocol'
import { Button } from '@mantine/core'
import { IconChecklist, IconDoorEnter, IconEye, IconFileText, IconMail, IconPencil } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import classes from './MeetingsPage.module.css'

const SOON_MS = 3 * 3_600_000

/** Days before, the answer is what is wanted; on the evening, the way in. */
export const isSoon = ({ status, plannedStart }: MeetingSummary): boolean =>
  status === 'open' || Date.parse(plannedStart) - Date.now() < SOON_MS

export function MeetingActions({ meeting, mayRevise }: { meeting: MeetingSummary; mayRevise: boolean }) {
  const { t } = useWords()
  const { meetingId, status } = meeting
  const path = `/meetings/${meetingId}`
  // A practice meeting summons nobody, so there is nothing to be prepared or told.
  const real = !meeting.practice
  const ahead = status === 'announced' || status === 'open'
  const soon = isSoon(meeting)
  return (
    <div className={classes.actions}>
      {ahead && (
        <Button
          component={Link}
          to={`${path}/join`}
          size="lg"
          variant={soon ? 'filled' : 'default'}
          leftSection={<IconDoorEnter aria-hidden />}
          data-testid="meeting-join"
        >
          {t('meeting.join')}
        </Button>
      )}
      {(status === 'closed' || status === 'sealed') && (
        <Button
          component={Link}
          to={`${path}/record`}
          size="lg"
          variant="default"
          leftSection={<IconFileText aria-hidden />}
          data-testid="meeting-record"
        >
          {t('meetings.record')}
        </Button>
      )}
      {ahead &&
        meeting.sites.map(({ siteId, name }) => (
          <Button
            key={siteId}
            component={Link}
            to={`${path}/sites/${siteId}`}
            size="md"
            variant="default"
            leftSection={<IconChecklist aria-hidden />}
            classNames={{ label: classes.wrapped, root: classes.tall }}
            data-testid="meeting-site"
            data-site-id={siteId}
          >
            {t('meetings.site', { site: name })}
          </Button>
        ))}
      {status === 'draft' && mayRevise && (
        <Button
          component={Link}
          to={`${path}/prepare`}
          size="lg"
          leftSection={<IconPencil aria-hidden />}
          data-testid="meeting-prepare"
        >
          {t('meetings.prepare_on')}
        </Button>
      )}
      {real && ahead && soon && (
        <Link className={classes.link} to={`${path}/follow`} data-testid="meeting-follow">
          <IconEye aria-hidden />
          {t('meetings.follow')}
        </Link>
      )}
      {real && status !== 'closed' && status !== 'sealed' && (
        <Link className={classes.link} to={`${path}/notice`} data-testid="meeting-notice">
          <IconMail aria-hidden />
          {t('meetings.see_notice')}
        </Link>
      )}
      {real && status === 'announced' && mayRevise && (
        <Link className={classes.link} to={`${path}/prepare`} data-testid="meeting-revise">
          <IconPencil aria-hidden />
          {t('meetings.revise')}
        </Link>
      )}
    </div>
  )
}
