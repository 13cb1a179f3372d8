// Bắt đầu biểu quyết: what is frozen by it is read once before, by the same functions that freeze it.
import { rulesOf } from '@hoi-truong/shared/attendance'
import {
  electorateOf,
  isElectorateTooSmall,
  type Poll,
  questionFault,
  shapeOf,
  votesNeeded,
} from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import type { Problem } from '../../../../lib/problem.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { firstClick } from '../../../../ui/firstClick.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { baseSum } from '../../../attendance/words.ts'
import { useMeetingMinute, useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import { useRoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'
import { matterWords, thresholdWords, wayWords } from '../words.ts'
import classes from './Lead.module.css'

export function OpenDialog({ poll, onClose }: { poll: Poll; onClose(): void }) {
  const { t } = useWords()
  const { meeting, attendance, agenda, voting } = useMeetingState()
  const now = useMeetingMinute()
  const command = useRoomCommand()
  // The chair opens what is on the screen, no other: a change in between is told, and then asked for again.
  const [basedOn, setBasedOn] = useState(poll.revision)
  const { question } = poll
  const rules = rulesOf(meeting)
  const { base, electorate } = electorateOf(meeting, attendance, now)
  const { threshold } = rules.voting.matters[question.matter]
  const changed = poll.revision !== basedOn
  const problem = ((): Problem | null => {
    const rollMemberIds = (meeting.roll?.members ?? []).map(({ memberId }) => memberId)
    const fault = questionFault(question, rules, { items: agenda.items, polls: voting.polls, rollMemberIds })
    if (fault) return { code: fault }
    const least = rules.voting.minimumSecretElectorate
    return isElectorateTooSmall(question, rules.voting, electorate.length)
      ? { code: 'POLL_ELECTORATE_SMALL', params: { count: electorate.length, least } }
      : null
  })()
  const open = async () => {
    if (changed) return setBasedOn(poll.revision)
    if (await command.run('voting.open', { pollId: question.pollId, basedOn })) onClose()
  }
  const needs = threshold && {
    threshold: thresholdWords(t, threshold),
    needed: votesNeeded(threshold, base.base),
    base: base.base,
  }
  return (
    <Dialog opened onClose={onClose} title={t('polling.open_title')}>
      {changed && (
        <Notice tone="trouble" urgent data-testid="poll-open-changed">
          <p>{t('polling.open_changed')}</p>
        </Notice>
      )}
      <p className={classes.title}>{question.title}</p>
      <p>
        {t(matterWords[question.matter])} · {t(wayWords[question.method])}
      </p>
      {question.options.length > 0 && (
        <ol className={classes.names}>
          {question.options.map(({ optionId, label }) => (
            <li key={optionId}>{label}</li>
          ))}
        </ol>
      )}
      <p className={classes.figure} data-testid="poll-open-voters" data-count={electorate.length}>
        {t(electorate.length > 0 ? 'polling.open_voters' : 'polling.open_nobody', { count: electorate.length })}
      </p>
      <p data-testid="poll-open-base">{t('polling.open_base', { sum: baseSum(t, base) })}</p>
      <p data-testid="poll-open-needs">
        {!needs
          ? t('polling.open_figures')
          : shapeOf(question.matter) === 'election'
            ? t('polling.open_elects', { ...needs, count: question.maxChoices })
            : t('polling.open_needs', needs)}
      </p>
      <p className={classes.soft}>{t('polling.open_fixed')}</p>
      {command.refusal ? (
        <ProblemNotice problem={command.refusal} data-testid="poll-open-refused" />
      ) : (
        problem && <ProblemNotice problem={problem} data-testid="poll-open-refused" />
      )}
      <Button
        size="lg"
        disabled={command.busy || problem !== null || electorate.length === 0}
        onClick={firstClick(() => void open())}
        data-testid="poll-open-confirm"
      >
        {t('vote.start')}
      </Button>
      <Button size="lg" variant="default" onClick={onClose} data-autofocus data-testid="poll-open-back">
        {t('polling.back')}
      </Button>
    </Dialog>
  )
}
