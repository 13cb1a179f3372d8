// What was put to the vote, poll by poll: who asked for it when, the sum, who chose what, whose hands where, what the tellers counted.
import { formatTime } from '@hoi-truong/shared/i18n'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import type { Poll } from '@hoi-truong/shared/voting'
import { Suspense } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { LazyPollResult } from '../../voting/lazyParts.ts'
import { recordedPolls } from '../polls.ts'
import classes from './Record.module.css'
import { SecretReceipts } from './SecretReceipts.tsx'

type Everyone = MeetingStreamState['everyone']

export function RecordPolls({ state, memberId }: { state: Everyone; memberId: string | null }) {
  const { t } = useWords()
  const polls = recordedPolls(state.voting)
  if (polls.length === 0) return null
  return (
    <section aria-labelledby="record-polls">
      <h2 id="record-polls">{t('vote.title')}</h2>
      <div className={classes.polls}>
        {polls.map((poll) => (
          <RecordPoll key={poll.question.pollId} poll={poll} state={state} memberId={memberId} />
        ))}
      </div>
    </section>
  )
}

function RecordPoll({ poll, state, memberId }: { poll: Poll; state: Everyone; memberId: string | null }) {
  const { t, language } = useWords()
  const { question, stage, openedAt, closedAt, outcome, reason, wasCounted } = poll
  const { pollId } = question
  const item = state.agenda.items.find(({ itemId }) => itemId === question.itemId)
  const before = state.voting.polls.find((one) => one.question.pollId === question.repeats)
  return (
    <article
      className={classes.poll}
      aria-labelledby={`poll-${pollId}`}
      data-testid="record-poll"
      data-poll-id={pollId}
      data-stage={stage}
    >
      <h3 id={`poll-${pollId}`}>{question.title}</h3>
      {item && <span className={classes.standing}>{t('record.poll_item', { item: item.title })}</span>}
      <span className={classes.standing}>
        {t('record.poll_times', {
          from: openedAt === null ? '' : formatTime(openedAt, language),
          to: closedAt === null ? '…' : formatTime(closedAt, language),
        })}
      </span>
      {before?.closedAt && (
        <span className={classes.standing}>
          {t('record.poll_repeats', { title: before.question.title, time: formatTime(before.closedAt, language) })}
        </span>
      )}
      {stage === 'cancelled' && (
        <p data-testid="record-poll-cancelled">
          {t(wasCounted ? 'record.poll_cancelled_counted' : 'record.poll_cancelled', { reason: reason ?? '' })}
        </p>
      )}
      {(stage === 'open' || stage === 'closed') && <p>{t('record.poll_not_announced')}</p>}
      {outcome && (
        <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
          <LazyPollResult poll={poll} outcome={outcome} meeting={state.meeting} memberId={memberId ?? undefined}>
            {outcome.secret && <SecretReceipts receipts={outcome.secret.receipts} />}
          </LazyPollResult>
        </Suspense>
      )}
    </article>
  )
}
