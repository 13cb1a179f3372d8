// On the page that prepares the meeting: what will be voted on, item by item, as soon as the meeting is on record at all.
import { rulesOf } from '@hoi-truong/shared/attendance'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import type { Poll, PollQuestion } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { problemOf } from '../../../../lib/problem.ts'
import { firstClick } from '../../../../ui/firstClick.ts'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { titleOf } from '../../../agenda/room/titleOf.ts'
import { useMeetingSnapshot } from '../../../meeting/api/meetings.ts'
import { useFocusBack } from '../hooks/useFocusBack.ts'
import { useGivenCommand } from '../hooks/useGivenCommand.ts'
import { itemsToVoteOn, newQuestion } from '../suggest.ts'
import { DiscardDialog } from './DiscardDialog.tsx'
import classes from './Lead.module.css'
import { PollForm } from './PollForm.tsx'
import { PollHead } from './PollHead.tsx'
import { PreparedActions } from './PreparedActions.tsx'

/** The deputy may be preparing at the same time. */
const REFRESH_MS = 10_000

type Asking = { what: 'write'; first: PollQuestion; revision: number | null } | { what: 'discard'; poll: Poll }

export interface PreparePollsProps {
  meetingId: string
  saved: boolean
}

export function PreparePolls({ meetingId, saved }: PreparePollsProps) {
  const { t } = useWords()
  const { data, dataUpdatedAt, error, failureReason, refetch } = useMeetingSnapshot(meetingId, saved, REFRESH_MS)
  const command = useGivenCommand(meetingId, {
    now: () => (data ? Date.parse(data.now) - dataUpdatedAt : 0) + Date.now(),
    given: refetch,
  })
  const [asking, setAsking] = useState<Asking | null>(null)
  useFocusBack(asking !== null)
  const state = data?.kind === 'snapshot' ? (data.state as MeetingStreamState).everyone : null
  const trouble = error ?? failureReason
  if (!saved) return <p data-testid="prepare-polls-save-first">{t('polling.save_first')}</p>
  if (!state && trouble) return <ProblemNotice problem={problemOf(trouble)} />
  if (!state) return <p role="status">{t('common.loading')}</p>
  const { meeting, agenda, voting } = state
  if (!may(meetingRolesOf(meeting, data?.viewer.memberId ?? ''), 'voting.prepare')) return null
  const rules = rulesOf(meeting)
  const ask = (wanted: Asking | null) => {
    command.dismiss()
    setAsking(wanted)
  }
  const suggested = itemsToVoteOn(agenda.items, voting.polls)
  return (
    <div className={classes.panel} data-testid="prepare-polls">
      <p>{t('polling.prepare_lead')}</p>
      {voting.polls.length > 0 && (
        <ul className={classes.cards}>
          {voting.polls.map((poll) => {
            const { pollId, itemId } = poll.question
            const item = agenda.items.find((one) => one.itemId === itemId)
            return (
              <li
                key={pollId}
                className={classes.card}
                data-testid="poll-card"
                data-poll-id={pollId}
                data-stage={poll.stage}
              >
                <PollHead poll={poll} />
                <span className={classes.soft}>{item ? titleOf(agenda.items, item) : t('polling.whole_meeting')}</span>
                {poll.stage === 'prepared' && (
                  <PreparedActions
                    poll={poll}
                    onEdit={() => ask({ what: 'write', first: poll.question, revision: poll.revision })}
                    onDiscard={() => ask({ what: 'discard', poll })}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {suggested.map((item) => (
        <div key={item.itemId} className={classes.card} data-testid="poll-suggested" data-item-id={item.itemId}>
          <strong className={classes.title}>{titleOf(agenda.items, item)}</strong>
          <div className={classes.row}>
            <Button
              size="md"
              leftSection={<IconPlus aria-hidden />}
              aria-label={t('polling.act_on', { act: t('polling.prepare'), title: item.title })}
              onClick={firstClick(() => ask({ what: 'write', first: newQuestion(rules.voting, item), revision: null }))}
              data-testid="poll-prepare-item"
            >
              {t('polling.prepare')}
            </Button>
          </div>
        </div>
      ))}
      <div className={classes.row}>
        <Button
          size="md"
          variant="default"
          leftSection={<IconPlus aria-hidden />}
          onClick={firstClick(() => ask({ what: 'write', first: newQuestion(rules.voting, null), revision: null }))}
          data-testid="poll-prepare"
        >
          {t('polling.prepare_other')}
        </Button>
      </div>
      {asking?.what === 'write' && (
        <PollForm
          around={state}
          first={asking.first}
          revision={asking.revision}
          command={command}
          onClose={() => ask(null)}
        />
      )}
      {asking?.what === 'discard' && <DiscardDialog poll={asking.poll} command={command} onClose={() => ask(null)} />}
    </div>
  )
}
