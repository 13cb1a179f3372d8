// Votes for whoever follows from afar: what is asked, how many have voted, what came out. To be read only.
import type { Poll } from '@hoi-truong/shared/voting'
import { useWords } from '../../../i18n/index.ts'
import { useMeeting, useRoomState } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useBallotFault } from '../hooks/useBallotFault.ts'
import { ballotOf, cancelledWords, resultWords, runningWords } from '../pollWords.ts'
import { begunPolls } from '../shownPolls.ts'
import { FollowedNews } from './FollowedNews.tsx'
import classes from './Poll.module.css'
import { PollResult } from './PollResult.tsx'
import { Progress } from './Progress.tsx'
import { WhyNot } from './WhyNot.tsx'

export function FollowedPolls() {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const { voting, meeting } = useMeetingState()
  const polls = begunPolls(voting)
  const running = polls.filter(({ stage }) => stage === 'open' || stage === 'closed')
  const over = polls.filter(({ outcome, stage }) => outcome !== null || stage === 'cancelled')
  return (
    <>
      <FollowedNews />
      {polls.length > 0 && (
        <section aria-labelledby="follow-polls" data-testid="follow-polls">
          <h2 id="follow-polls">{t('vote.title')}</h2>
          <div className={classes.list}>
            {running.map((poll) => (
              <RunningFollowed key={poll.question.pollId} poll={poll} />
            ))}
            {over.map((poll) => (
              <article
                key={poll.question.pollId}
                className={classes.listed}
                data-testid="follow-result"
                data-poll-id={poll.question.pollId}
              >
                <h3>
                  <span className={classes.kind}>
                    {t(poll.outcome ? resultWords(poll.question) : 'voting.cancelled')}
                  </span>{' '}
                  {poll.question.title}
                </h3>
                {poll.outcome ? (
                  <PollResult poll={poll} outcome={poll.outcome} meeting={meeting} memberId={memberId} />
                ) : (
                  <p>{cancelledWords(t, poll)}</p>
                )}
              </article>
            ))}
          </div>
        </section>
      )}
    </>
  )
}

function RunningFollowed({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const { question, stage, frozen } = poll
  const pushed = useRoomState(({ pollProgress }) => pollProgress[question.pollId])
  const fault = useBallotFault(poll, null, { inRoom: false })
  const progress = pushed ?? { voted: 0, of: frozen?.electorate.length ?? 0, tallies: null }
  return (
    <article className={classes.followed} data-testid="follow-poll" data-poll-id={question.pollId}>
      <h3>
        <span className={classes.kind}>{t(runningWords(question, stage))}</span> {question.title}
      </h3>
      {stage === 'open' ? (
        <>
          <p className={classes.soft}>
            {ballotOf(t, question)
              .map(({ words }) => words)
              .join(' · ')}
          </p>
          {fault && question.method !== 'paper' && <WhyNot fault={fault} />}
          {pushed && <Progress question={question} progress={progress} />}
        </>
      ) : (
        <p>{t('voting.closed_lead')}</p>
      )}
    </article>
  )
}
