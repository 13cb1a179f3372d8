// Above the stage: a teller is told that ballots are to be counted, with the way to where their figures are entered.
import { Button } from '@mantine/core'
import { IconClipboardCheck } from '@tabler/icons-react'
import { useWords } from '../../../../i18n/index.ts'
import { useMeeting } from '../../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import { countedBy } from '../duties.ts'
import classes from './Lead.module.css'

export function TellerDuty({ shown, onToggle }: { shown: boolean; onToggle(): void }) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const { voting } = useMeetingState()
  const [poll] = countedBy(voting, memberId)
  if (!poll) return null
  return (
    <div className={classes.duty} role="status" data-testid="teller-duty">
      <p>{t('polling.teller_duty', { title: poll.question.title })}</p>
      <Button
        size="md"
        leftSection={<IconClipboardCheck aria-hidden />}
        aria-expanded={shown}
        aria-controls="votes"
        onClick={onToggle}
        data-testid="teller-open"
      >
        {t('polling.paper_enter')}
      </Button>
    </div>
  )
}
