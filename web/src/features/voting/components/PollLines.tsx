// Above the stage, one line each: the poll whose sheet is small, ballots on paper, results that are not closed yet. Each leads back to its sheet.
import { openInterval } from '@hoi-truong/shared/attendance'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { electorateFault, openPolls, type Poll } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconArchive, IconChartBar, IconCheckbox } from '@tabler/icons-react'
import { type RefObject, useEffect, useRef } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { siteNameIn } from '../../meeting/siteNameIn.ts'
import { useOwnVote } from '../hooks/useOwnVotes.ts'
import { usePollView } from '../hooks/usePollView.ts'
import type { PollView } from '../pollView.ts'
import { resultWords, runningWords } from '../pollWords.ts'
import { shownOf } from '../shownPolls.ts'
import classes from './PollLines.module.css'

/** @param short a panel lies over the stage and needs the room */
export function PollLines({ short }: { short: boolean }) {
  const { voting, meeting } = useMeetingState()
  const { state } = usePollView()
  const { lines } = shownOf(voting, state, meeting.status === 'open')
  const onPaper = openPolls(voting).filter(({ question }) => question.method === 'paper')
  return (
    <>
      {lines.map(({ kind, poll }) =>
        kind === 'running' ? (
          <RunningLine key={poll.question.pollId} poll={poll} short={short} />
        ) : (
          <ResultLine key={poll.question.pollId} poll={poll} />
        ),
      )}
      {onPaper.map((poll) => (
        <PaperLine key={poll.question.pollId} poll={poll} short={short} />
      ))}
    </>
  )
}

function RunningLine({ poll, short }: { poll: Poll; short: boolean }) {
  const { t } = useWords()
  const { view } = usePollView()
  const { question, stage } = poll
  const { sending, recorded } = useOwnVote(question.pollId).state
  const button = useFocusFromSheet(view)
  const own = sending ? t('voting.sending') : recorded ? `${t('vote.recorded')}.` : null
  return (
    <section
      className={classes.line}
      aria-label={t(runningWords(question, stage))}
      data-short={short}
      data-testid="poll-line"
      data-poll-id={question.pollId}
    >
      <p>
        <IconCheckbox aria-hidden />
        <span>
          {t(runningWords(question, stage))}: <strong className={classes.clamped}>{question.title}</strong>
          {own}
        </span>
      </p>
      <Button
        ref={button}
        size="md"
        aria-keyshortcuts="Alt+B"
        onClick={firstClick(() => {
          view.press('sheet')
          view.open(question.pollId)
        })}
        data-testid="poll-open"
      >
        {t('voting.open')}
      </Button>
    </section>
  )
}

/** What was made small by keyboard leads to its line. */
function useFocusFromSheet(view: PollView): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (view.wasPressed('line')) button.current?.focus()
  }, [view])
  return button
}

/** Everybody sees that it is on, and where they vote, if they do. */
function PaperLine({ poll, short }: { poll: Poll; short: boolean }) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const { meeting, attendance } = useMeetingState()
  const { question } = poll
  const fault = electorateFault(meeting, poll, memberId)
  const place = openInterval(attendance, memberId)?.place
  const where = () => {
    if (fault) return t(`error.${fault}`)
    if (place?.kind === 'site') return t('voting.paper_here', { site: siteNameIn(meeting, place.siteId) })
    return t('voting.paper_elsewhere')
  }
  const tellers = question.tellerIds.map((id) => findInRoll(meeting, id)?.name ?? '').join(', ')
  return (
    <section
      className={classes.line}
      aria-label={t('voting.on_paper')}
      data-short={short}
      data-testid="poll-paper-line"
      data-poll-id={question.pollId}
    >
      <p>
        <IconArchive aria-hidden />
        <span>
          {t('voting.on_paper')}: <strong className={short ? classes.clamped : undefined}>{question.title}</strong>
          {!short && (
            <>
              <br />
              {where()} {t('voting.tellers', { names: tellers })}.
            </>
          )}
        </span>
      </p>
    </section>
  )
}

function ResultLine({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const { view } = usePollView()
  const button = useFocusFromSheet(view)
  const { question } = poll
  return (
    <section
      className={classes.line}
      aria-label={t(resultWords(question))}
      data-testid="result-line"
      data-poll-id={question.pollId}
    >
      <p>
        <IconChartBar aria-hidden />
        <span>
          {t(resultWords(question))}: <strong className={classes.clamped}>{question.title}</strong>
        </span>
      </p>
      <Button
        ref={button}
        size="md"
        variant="default"
        onClick={firstClick(() => {
          view.press('result')
          view.showResult(question.pollId)
        })}
        data-testid="result-open"
      >
        {t('voting.open_result')}
      </Button>
    </section>
  )
}
