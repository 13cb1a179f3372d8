// The sheet of the poll that is on, or has just ended and waits for its result.
import type { Poll } from '@hoi-truong/shared/voting'
import { IconHourglass } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { useHall } from '../hooks/useHall.ts'
import { useOwnVote } from '../hooks/useOwnVotes.ts'
import { usePollView } from '../hooks/usePollView.ts'
import { useStanding } from '../hooks/useStanding.ts'
import { ballotOf, choicesWords, runningWords } from '../pollWords.ts'
import { OpenBallot } from './OpenBallot.tsx'
import { OwnVoteFate } from './OwnVoteFate.tsx'
import classes from './Poll.module.css'
import { Progress } from './Progress.tsx'
import { SecretBallot } from './SecretBallot.tsx'
import { Sheet } from './Sheet.tsx'

const testIds = { sheet: 'poll-sheet', small: 'poll-make-small' }

export function RunningSheet({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const { view } = usePollView()
  const { question, stage } = poll
  const hall = useHall()
  const known = useStanding(poll)
  const counted = (known.standing?.own.countedAt ?? null) !== null
  const { again, progress } = known
  // Whoever was counted with a site and has left it may vote as soon as it is counted anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each figure that comes
  useEffect(() => {
    if (counted) again()
  }, [counted, progress.voted])
  return (
    <Sheet
      kind={t(runningWords(question, stage))}
      title={question.title}
      hall={hall}
      pressed={() => view.wasPressed('sheet')}
      onSmall={() => {
        view.press('line')
        view.makeSmall(question.pollId)
      }}
      testIds={testIds}
      pollId={question.pollId}
    >
      {hall && stage === 'open' && (
        <p className={classes.ways} data-testid="poll-ways">
          {ballotOf(t, question)
            .map(({ words }) => words)
            .join(' · ')}
        </p>
      )}
      {stage !== 'open' ? (
        <Over poll={poll} />
      ) : question.method === 'electronic' ? (
        <SecretBallot poll={poll} hall={hall} known={known} />
      ) : (
        <OpenBallot poll={poll} known={known} hall={hall} />
      )}
      {stage === 'open' && <Progress question={question} progress={progress} />}
    </Sheet>
  )
}

function Over({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const { question } = poll
  const { recorded } = useOwnVote(question.pollId).state
  return (
    <>
      <OwnVoteFate poll={poll} />
      <p className={classes.why}>
        <IconHourglass aria-hidden />
        <span>{t('voting.closed_lead')}</span>
      </p>
      {recorded && (
        <p className={classes.soft}>
          {t('vote.recorded')}. {t('voting.recorded_choice', { choices: choicesWords(t, question, recorded) })}
        </p>
      )}
      {question.method === 'electronic' && <SecretBallot poll={poll} hall={false} known={null} />}
    </>
  )
}
