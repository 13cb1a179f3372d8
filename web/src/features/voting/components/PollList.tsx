// Biểu quyết, in the room's menu: what is on and what has been voted on, each with the way to it.
import type { Poll } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconChartBar, IconCheckbox } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { usePollView } from '../hooks/usePollView.ts'
import { cancelledWords, runningWords } from '../pollWords.ts'
import { begunPolls } from '../shownPolls.ts'
import classes from './Poll.module.css'
import { Verdict } from './Verdict.tsx'

export function PollList({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { voting } = useMeetingState()
  const polls = begunPolls(voting)
  const on = polls.filter(({ stage }) => stage === 'open')
  const over = polls.filter(({ stage }) => stage !== 'open')
  return (
    <SidePanel
      id="polls"
      title={t('vote.title')}
      onClose={onClose}
      testIds={{ panel: 'poll-list', close: 'poll-list-close' }}
    >
      {polls.length === 0 && <p>{t('voting.none_yet')}</p>}
      {[
        { title: t('voting.list_open'), listed: on },
        { title: t('voting.list_before'), listed: over },
      ].map(
        ({ title, listed }) =>
          listed.length > 0 && (
            <section key={title} aria-label={title}>
              <h3>{title}</h3>
              <ul className={classes.list}>
                {listed.map((poll) => (
                  <ListedPoll key={poll.question.pollId} poll={poll} onShown={onClose} />
                ))}
              </ul>
            </section>
          ),
      )}
    </SidePanel>
  )
}

/** The panel makes way: on a phone the sheet would come up behind it, and beside it there is one place to look at. */
function ListedPoll({ poll, onShown }: { poll: Poll; onShown(): void }) {
  const { t } = useWords()
  const { view } = usePollView()
  const { question, stage, outcome } = poll
  const { pollId } = question
  return (
    <li className={classes.listed} data-testid="poll-listed" data-poll-id={pollId} data-stage={stage}>
      <p>
        <strong>{question.title}</strong>
      </p>
      {question.repeats !== null && <p className={classes.soft}>{t('voting.repeats')}</p>}
      {stage === 'cancelled' && (
        <p className={classes.soft}>
          {t('voting.cancelled')}. {cancelledWords(t, poll)}
        </p>
      )}
      {stage === 'closed' && <p className={classes.soft}>{t('voting.stage_closed')}</p>}
      {stage === 'open' && <p className={classes.soft}>{t(runningWords(question, stage))}</p>}
      {outcome && <Verdict poll={poll} outcome={outcome} />}
      {stage === 'open' && question.method !== 'paper' && (
        <Button
          size="md"
          leftSection={<IconCheckbox aria-hidden />}
          onClick={firstClick(() => {
            onShown()
            view.press('sheet')
            view.open(pollId)
          })}
          data-testid="poll-listed-open"
        >
          {t('voting.open')}
        </Button>
      )}
      {outcome && (
        <Button
          size="md"
          variant="default"
          leftSection={<IconChartBar aria-hidden />}
          onClick={firstClick(() => {
            onShown()
            view.press('result')
            view.showResult(pollId)
          })}
          data-testid="poll-listed-result"
        >
          {t('voting.open_result')}
        </Button>
      )}
    </li>
  )
}
