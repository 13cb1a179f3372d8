// Tập điều hành: what a practice meeting is, and the button that begins one or goes on with the one under way.
import { Button } from '@mantine/core'
import { IconDoorEnter, IconSchool } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { newId } from '../../../lib/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useMeetings } from '../api/meetings.ts'
import { useMeetingCommand } from '../notice/useMeetingCommand.ts'
import classes from './Practice.module.css'

const steps = ['practice.step_open', 'practice.step_roll', 'practice.step_absence', 'practice.step_close'] as const

export function PracticePage() {
  const { t } = useWords()
  const { organizationId = '' } = useParams()
  const navigate = useNavigate()
  const { data: meetings } = useMeetings()
  // The same press is the same meeting, however often it has to be sent.
  const [meetingId] = useState(newId)
  const { run, busy, problem } = useMeetingCommand(meetingId)
  const underWay = meetings?.find(({ practice, status }) => practice && (status === 'announced' || status === 'open'))
  const begin = async () => {
    if (await run('meeting.startPractice', { organizationId })) await navigate(`/meetings/${meetingId}/join`)
  }
  return (
    <MemberFrame>
      <PageHeading>{t('practice.title')}</PageHeading>
      <p className={classes.lead}>{t('practice.lead')}</p>
      <Notice tone="info">
        <p>{t('practice.nobody_sees')}</p>
        <p>{t('practice.counts_nowhere')}</p>
      </Notice>
      <section aria-labelledby="practice-steps">
        <h2 id="practice-steps">{t('practice.steps_title')}</h2>
        <ul className={classes.steps}>
          {steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ul>
      </section>
      {problem && <ProblemNotice problem={problem} data-testid="practice-problem" />}
      <div className={classes.actions}>
        {underWay && (
          <Button
            component={Link}
            to={`/meetings/${underWay.meetingId}/join`}
            size="lg"
            leftSection={<IconDoorEnter aria-hidden />}
            data-testid="practice-continue"
          >
            {t('practice.continue')}
          </Button>
        )}
        <Button
          size="lg"
          variant={underWay ? 'default' : 'filled'}
          leftSection={<IconSchool aria-hidden />}
          disabled={busy}
          onClick={() => void begin()}
          data-testid="practice-start"
        >
          {t(busy ? 'practice.starting' : underWay ? 'practice.again' : 'practice.start')}
        </Button>
      </div>
      <Link to="/" className={classes.back}>
        {t('practice.back')}
      </Link>
    </MemberFrame>
  )
}
