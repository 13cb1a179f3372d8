// The meeting is over. The chair may take that back for some minutes; then everybody finds the way back in here.
import { Button } from '@mantine/core'
import { IconDoorEnter } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeeting } from '../hooks/useMeeting.ts'
import { useMeetingRoles, useMeetingState } from '../hooks/useMeetingState.ts'
import { useRoomCommand } from '../hooks/useRoomCommand.ts'
import { useServerNow } from '../hooks/useServerClock.ts'
import classes from './Room.module.css'
import { TakeBackClosing } from './TakeBackClosing.tsx'

export function Ended({ onBackIn }: { onBackIn(): void }) {
  const { t } = useWords()
  const { room } = useMeeting()
  const { meeting } = useMeetingState()
  const roles = useMeetingRoles()
  const now = useServerNow()
  const command = useRoomCommand()
  const takeBack = async () => {
    if (await command.run('meeting.reopen')) onBackIn()
  }
  if (meeting.status === 'open')
    return (
      <main className={classes.ended} data-testid="meeting-reopened">
        <PageHeading>{t('room.reopened')}</PageHeading>
        <Notice tone="good" urgent>
          <p>{t('room.reopened_lead')}</p>
        </Notice>
        <Button size="xl" leftSection={<IconDoorEnter aria-hidden />} onClick={onBackIn} data-testid="back-in">
          {t('room.back_in')}
        </Button>
        <Button component={Link} to="/" size="lg" variant="default">
          {t('common.back')}
        </Button>
      </main>
    )
  return (
    <main className={classes.ended} data-testid="meeting-ended">
      <PageHeading>{t('room.ended')}</PageHeading>
      <p role="status">{t('room.left_by_close')}</p>
      {command.refusal && <ProblemNotice problem={command.refusal} data-testid="command-refused" />}
      <Button component={Link} to={`/meetings/${room.meetingId}/record`} size="lg" data-testid="meeting-record">
        {t('meetings.record')}
      </Button>
      <Button component={Link} to="/" size="lg" variant="default">
        {t('common.back')}
      </Button>
      {roles.includes('chair') && (
        <TakeBackClosing meeting={meeting} now={now} busy={command.busy} onTakeBack={() => void takeBack()} />
      )}
    </main>
  )
}
