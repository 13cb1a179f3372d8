// The way from a site's page into the room, with the device that is the hall's screen, loudspeaker and microphone.
import { isAtSite } from '@hoi-truong/shared/attendance'
import { findInRoll, type Site } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { IconDeviceProjector } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useRoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import classes from './Site.module.css'

export function BigScreen({ site }: { site: Site }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { room, memberId } = useMeeting()
  const { meeting, attendance } = useMeetingState()
  const { busy, refusal, dismiss, run } = useRoomCommand()
  const { siteId } = site
  // Whose device it would be if this member sat here now.
  const officers = [meeting.chairId, meeting.minutesSecretaryId]
  const sits = (person: string | null) => person !== null && isAtSite(attendance, person, siteId)
  // Where an operator is named, somebody else steps in only from a seat there: a chair at home is not in the hall.
  const standsIn = officers.find((officer) => sits(officer) || (site.operatorId === null && officer === memberId))
  const operatorRuns = site.operatorId !== null && (site.operatorId === memberId || sits(site.operatorId))
  const speakerId = operatorRuns ? site.operatorId : (standsIn ?? site.operatorId)
  if (speakerId !== memberId) {
    const name = speakerId ? findInRoll(meeting, speakerId)?.name : undefined
    return name ? (
      <p className={classes.soft} data-testid="site-other-screen">
        {t('rollcall.other_speaks', { name })}
      </p>
    ) : null
  }
  const enter = async () => {
    const here = isAtSite(attendance, memberId, siteId)
    if (here || (await run('attendance.checkInAtSite', { siteId, memberIds: [memberId] })))
      await navigate(`/meetings/${room.meetingId}/join`)
  }
  return (
    <div className={classes.way}>
      {refusal && (
        <ProblemNotice problem={refusal} data-testid="site-enter-refused">
          <PlainButton onClick={dismiss}>{t('common.close')}</PlainButton>
        </ProblemNotice>
      )}
      <Button
        size="lg"
        fullWidth
        classNames={{ label: classes.wrapped, root: classes.tall }}
        disabled={busy}
        leftSection={<IconDeviceProjector aria-hidden />}
        aria-describedby="big-screen-lead"
        onClick={firstClick(() => void enter())}
        data-testid="site-enter-room"
      >
        {t('rollcall.big_screen')}
      </Button>
      <p className={classes.soft} id="big-screen-lead">
        {t('rollcall.big_screen_lead')}
      </p>
    </div>
  )
}
