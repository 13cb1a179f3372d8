// A secret ballot on the own device: taking it, filling it in, casting it. Two sentences say why nobody can see it.
import type { Poll } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconArchive, IconCircleCheck, IconLoader2, IconLock } from '@tabler/icons-react'
import { useMemo, useSyncExternalStore } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useBallotFault } from '../hooks/useBallotFault.ts'
import type { Standing } from '../hooks/useStanding.ts'
import { type SecretProblem, secretVoteOf } from '../secret/secretVote.ts'
import { Choosing } from './Choosing.tsx'
import classes from './Poll.module.css'
import { Stepped } from './Stepped.tsx'
import { WhyNot } from './WhyNot.tsx'

/** @param props `known`: null once the poll is over */
export function SecretBallot({ poll, hall, known }: { poll: Poll; hall: boolean; known: Standing | null }) {
  const { t } = useWords()
  const { room, memberId } = useMeeting()
  const { pollId } = poll.question
  const publicKey = poll.frozen?.publicKey ?? ''
  const vote = useMemo(
    () =>
      secretVoteOf({ meetingId: room.meetingId, pollId, memberId, publicKey }, (blinded) =>
        room.takeBallot(pollId, blinded),
      ),
    [room, pollId, memberId, publicKey],
  )
  const state = useSyncExternalStore(vote.store.subscribe, vote.store.getState)
  const fault = useBallotFault(poll, null, { inRoom: true })
  const { step } = state
  const open = known !== null
  if (hall)
    return (
      <p className={classes.why} data-testid="poll-why-not">
        <IconLock aria-hidden />
        <span>{t('voting.secret_hall')}</span>
      </p>
    )
  if (step === 'notTaken') {
    if (fault) return open ? <WhyNot fault={fault} /> : null
    if (!open) return null
  }
  const takenElsewhere = step === 'notTaken' && known?.standing?.own.ballotTaken === true
  return (
    <Stepped step={step}>
      {(step === 'notTaken' || step === 'taken') && (
        <p className={classes.why}>
          <IconLock aria-hidden />
          <span>{t('voting.secret_lead')}</span>
        </p>
      )}
      {takenElsewhere && (
        <Notice tone="info" data-testid="ballot-taken-elsewhere">
          <p>{t('voting.taken_elsewhere')}</p>
        </Notice>
      )}
      {step === 'notTaken' && !takenElsewhere && (
        <>
          {/* Whoever takes it only when they have decided can be guessed from when they did. */}
          <p className={classes.soft}>{t('voting.take_now')}</p>
          <Button
            size="xl"
            leftSection={<IconArchive aria-hidden />}
            onClick={firstClick(() => vote.take())}
            data-testid="ballot-take"
          >
            {t('voting.take_ballot')}
          </Button>
        </>
      )}
      {step === 'taking' && <Going>{t(state.silent ? 'voting.taking_again' : 'voting.taking')}</Going>}
      {step === 'taken' && (
        <Choosing
          question={poll.question}
          send={{ words: t('voting.cast_ballot'), note: t('voting.cast_once') }}
          onSend={(choices) => vote.cast(choices)}
        />
      )}
      {step === 'casting' && <Going>{t(state.silent ? 'voting.casting_again' : 'voting.casting')}</Going>}
      {step === 'cast' && (
        <div className={classes.state} data-testid="ballot-cast">
          <p className={classes.good} role="status">
            <IconCircleCheck aria-hidden />
            <span>{t('voting.cast_done')}</span>
          </p>
          <p className={`${classes.soft} ${classes.receipt}`}>{t('voting.cast_receipt', { receipt: state.receipt })}</p>
        </div>
      )}
      {step === 'failed' && (
        <Notice tone="trouble" urgent data-testid="ballot-failed">
          <p>
            {state.receipt && state.problem.code === 'POLL_CLOSED' ? (
              t('voting.ballot_uncertain')
            ) : (
              <Why problem={state.problem} />
            )}
          </p>
          {state.during === 'taking' && open && (
            <Button size="lg" onClick={firstClick(() => vote.take())} data-testid="ballot-take">
              {t('voting.take_again')}
            </Button>
          )}
        </Notice>
      )}
      {step === 'failed' && state.during === 'casting' && state.receipt === null && open && (
        <Choosing
          question={poll.question}
          send={{ words: t('voting.cast_ballot'), note: t('voting.cast_once') }}
          onSend={(choices) => vote.cast(choices)}
        />
      )}
    </Stepped>
  )
}

function Going({ children }: { children: React.ReactNode }) {
  return (
    <p className={classes.going} role="status" data-testid="ballot-going">
      <IconLoader2 className={classes.turns} aria-hidden />
      <span>{children}</span>
    </p>
  )
}

function Why({ problem }: { problem: SecretProblem }) {
  const { t } = useWords()
  if (problem.code === 'DEVICE_UNABLE') return t('voting.device_unable')
  if (problem.code === 'BALLOT_TAKEN') return t('voting.taken_elsewhere')
  return t(...sentenceOf(problem))
}
