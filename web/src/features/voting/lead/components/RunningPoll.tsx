// A poll that is on, for the chair and the minutes secretary: how many of how many, who has not, the sites, the tellers; and its end.
import type { Poll } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconFlagCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { firstClick } from '../../../../ui/firstClick.ts'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { ballotOf } from '../../pollWords.ts'
import { useFocusBack } from '../hooks/useFocusBack.ts'
import { useStanding } from '../hooks/useStanding.ts'
import { CancelPoll } from './CancelPoll.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import classes from './Lead.module.css'
import { MissingVoters } from './MissingVoters.tsx'
import { PaperState } from './PaperState.tsx'
import { SiteCountsOf } from './SiteCountsOf.tsx'

export interface RunningPollProps {
  poll: Poll
  /** Closes and cancels. */
  chairs: boolean
  onCancelled(): void
}

export function RunningPoll({ poll, chairs, onCancelled }: RunningPollProps) {
  const { t } = useWords()
  const { question } = poll
  const { standing, problem, again } = useStanding(question.pollId)
  const [closing, setClosing] = useState(false)
  useFocusBack(closing)
  const { method } = question
  return (
    <div className={classes.standing}>
      {problem && <ProblemNotice problem={problem} />}
      {!standing && !problem && <p role="status">{t('polling.standing_wait')}</p>}
      {standing && method !== 'paper' && (
        <>
          <p
            className={classes.figure}
            data-testid="poll-voted"
            data-voted={standing.voted}
            data-of={standing.of}
            aria-live="off"
          >
            {t(method === 'electronic' ? 'polling.taken_of' : 'polling.voted_of', {
              voted: standing.voted,
              of: standing.of,
            })}
          </p>
          <progress className={classes.bar} max={standing.of} value={standing.voted} aria-hidden />
          {standing.tallies && (
            <p data-testid="poll-tallies-now">
              {t('polling.tallies_now', {
                tallies: ballotOf(t, question)
                  .map(({ id, words }) => `${words} ${standing.tallies?.[id] ?? 0}`)
                  .join(' · '),
              })}
            </p>
          )}
          {standing.missing && <MissingVoters missing={standing.missing} secret={method === 'electronic'} />}
        </>
      )}
      {standing && method === 'open' && <SiteCountsOf poll={poll} sites={standing.sites} onEntered={again} />}
      {method === 'paper' && <PaperState poll={poll} paper={standing?.paper ?? null} />}
      {chairs && (
        <div className={classes.row}>
          <Button
            size="lg"
            leftSection={<IconFlagCheck aria-hidden />}
            onClick={firstClick(() => setClosing(true))}
            data-testid="poll-close"
          >
            {t('vote.close')}
          </Button>
          <CancelPoll poll={poll} size="lg" onCancelled={onCancelled} />
        </div>
      )}
      {closing && <CloseDialog poll={poll} standing={standing} onClose={() => setClosing(false)} />}
    </div>
  )
}
