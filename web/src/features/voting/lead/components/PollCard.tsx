// One poll for whoever leads: where it stands, and what can be done with it next.
import type { Poll, PollOutcome } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconPlayerPlay, IconRepeat, IconSpeakerphone } from '@tabler/icons-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { firstClick } from '../../../../ui/firstClick.ts'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { useRoomState } from '../../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import { useRoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'
import { LazyPollResult } from '../../lazyParts.ts'
import { useFocusBack } from '../hooks/useFocusBack.ts'
import { CancelPoll } from './CancelPoll.tsx'
import { DiscardDialog } from './DiscardDialog.tsx'
import classes from './Lead.module.css'
import { OpenDialog } from './OpenDialog.tsx'
import { PollHead } from './PollHead.tsx'
import { PreparedActions } from './PreparedActions.tsx'
import { RunningPoll } from './RunningPoll.tsx'

type Asking = 'open' | 'discard'

export interface PollCardProps {
  poll: Poll
  chairs: boolean
  onEdit(): void
  onRepeat(): void
  /** Its place is now among the others. */
  onFolded(): void
}

export function PollCard({ poll, chairs, onEdit, onRepeat, onFolded }: PollCardProps) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const tallied = useRoomState(({ followed }) => followed?.state.bureau.voting)
  const command = useRoomCommand()
  const [asking, setAsking] = useState<Asking | null>(null)
  useFocusBack(asking !== null)
  const { question, stage } = poll
  const outcome: PollOutcome | null = poll.outcome ?? tallied?.[question.pollId] ?? null
  const runs = meeting.status === 'open'
  const card = useRef<HTMLLIElement>(null)
  const stageBefore = useRef(stage)
  useEffect(() => {
    // The button that led to the next stage is gone, and the focus with it: whoever goes by keyboard stays at this poll.
    const nowhere = document.activeElement === document.body
    if (stageBefore.current !== stage && nowhere) card.current?.focus()
    stageBefore.current = stage
  }, [stage])
  const announce = async () => {
    if (await command.run('voting.announce', { pollId: question.pollId })) onFolded()
  }
  const done = () => {
    setAsking(null)
    command.dismiss()
  }
  return (
    <li
      ref={card}
      tabIndex={-1}
      className={classes.card}
      data-testid="poll-card"
      data-poll-id={question.pollId}
      data-stage={stage}
    >
      <PollHead poll={poll} />
      {stage === 'prepared' && (
        <>
          {chairs && runs && (
            <Button
              size="lg"
              leftSection={<IconPlayerPlay aria-hidden />}
              onClick={firstClick(() => setAsking('open'))}
              data-testid="poll-open"
            >
              {t('vote.start')}
            </Button>
          )}
          {chairs && !runs && <p className={classes.soft}>{t('polling.at_opening')}</p>}
          <PreparedActions poll={poll} onEdit={onEdit} onDiscard={() => setAsking('discard')} />
        </>
      )}
      {stage === 'open' && <RunningPoll poll={poll} chairs={chairs} onCancelled={onFolded} />}
      {(stage === 'closed' || stage === 'announced') && outcome && (
        <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
          <LazyPollResult poll={poll} outcome={outcome} meeting={meeting} />
        </Suspense>
      )}
      {stage === 'closed' && <p className={classes.soft}>{t('polling.only_chair_sees')}</p>}
      {command.refusal && asking === null && <ProblemNotice problem={command.refusal} data-testid="poll-refused" />}
      {stage === 'closed' && chairs && (
        <Button
          size="lg"
          leftSection={<IconSpeakerphone aria-hidden />}
          disabled={command.busy}
          onClick={firstClick(() => void announce())}
          data-testid="poll-announce"
        >
          {t('polling.announce')}
        </Button>
      )}
      {stage !== 'prepared' && stage !== 'open' && runs && (
        <div className={classes.row}>
          <Button
            size="md"
            variant="default"
            leftSection={<IconRepeat aria-hidden />}
            aria-label={t('polling.act_on', { act: t('polling.repeat'), title: question.title })}
            onClick={firstClick(onRepeat)}
            data-testid="poll-repeat"
          >
            {t('polling.repeat')}
          </Button>
          {stage === 'closed' && chairs && <CancelPoll poll={poll} size="md" onCancelled={onFolded} />}
        </div>
      )}
      {asking === 'open' && stage === 'prepared' && <OpenDialog poll={poll} onClose={done} />}
      {asking === 'discard' && stage === 'prepared' && <DiscardDialog poll={poll} command={command} onClose={done} />}
    </li>
  )
}
