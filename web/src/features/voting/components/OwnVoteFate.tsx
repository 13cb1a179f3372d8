// A vote that is on its way or did not count, in words: with the ballot, and with whatever has taken its place meanwhile.
import type { Poll } from '@hoi-truong/shared/voting'
import { IconLoader2 } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import { useServerNow } from '../../meeting/hooks/useServerClock.ts'
import { useOwnVote } from '../hooks/useOwnVotes.ts'
import { choicesWords } from '../pollWords.ts'
import classes from './Poll.module.css'

export function OwnVoteFate({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const { question, stage } = poll
  const { vote, state } = useOwnVote(question.pollId)
  const { sending, refused, recorded } = state
  const now = useServerNow(sending !== null)
  if (sending) {
    const seconds = Math.ceil((Date.parse(sending.command.validUntil) - now) / 1000)
    const key = !sending.tried ? 'voting.sending' : seconds > 0 ? 'voting.sending_again' : 'voting.sending_late'
    return (
      <div className={classes.state} data-testid="poll-sending" data-tried={sending.tried} data-late={seconds <= 0}>
        <p className={classes.going}>
          <IconLoader2 className={classes.turns} aria-hidden />
          <span>{t(key, { seconds })}</span>
        </p>
        <p className={classes.soft}>
          {t('voting.you_choose', { choices: choicesWords(t, question, sending.choices) })}
        </p>
      </div>
    )
  }
  if (!refused) return null
  const { problem, choices } = refused
  const words = choicesWords(t, question, choices)
  const open = stage === 'open'
  const late = problem.code === 'COMMAND_EXPIRED' || problem.code === 'POLL_CLOSED'
  return (
    <Notice tone="trouble" urgent data-testid="poll-not-recorded">
      <p>
        {late && t(open ? 'voting.not_in_time' : 'voting.not_before_closing', { choices: words })}
        {!late && `${t('voting.not_recorded', { choices: words })} ${t(...sentenceOf(problem))}`}
        {recorded && ` ${t('voting.still_counts', { choices: choicesWords(t, question, recorded) })}`}
      </p>
      <PlainButton onClick={() => vote.dismiss()}>{t('common.close')}</PlainButton>
    </Notice>
  )
}
