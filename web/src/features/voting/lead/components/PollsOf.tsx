// The polls of the meeting for whoever leads: what is on and what comes next above, the others folded; and a new one on the spot.
import { currentItem } from '@hoi-truong/shared/agenda'
import { rulesOf } from '@hoi-truong/shared/attendance'
import type { Poll, PollQuestion } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { firstClick } from '../../../../ui/firstClick.ts'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import { useRoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'
import { useFocusBack } from '../hooks/useFocusBack.ts'
import { orderedPolls } from '../pollOrder.ts'
import { itemsToVoteOn, newQuestion, repeatOf } from '../suggest.ts'
import classes from './Lead.module.css'
import { PollCard } from './PollCard.tsx'
import { PollForm } from './PollForm.tsx'

interface Writing {
  first: PollQuestion
  revision: number | null
}

export function PollsOf({ chairs }: { chairs: boolean }) {
  const { t } = useWords()
  const { meeting, agenda, voting } = useMeetingState()
  const command = useRoomCommand()
  const [writing, setWriting] = useState<Writing | null>(null)
  const around = useRef<HTMLDivElement>(null)
  useFocusBack(writing !== null)
  const rules = rulesOf(meeting)
  const item = currentItem(agenda) ?? null
  const { first, others } = orderedPolls(voting, item?.itemId ?? null)
  const suggested = itemsToVoteOn(agenda.items, voting.polls).find(({ itemId }) => itemId === item?.itemId)
  const write = (wanted: Writing | null) => {
    command.dismiss()
    setWriting(wanted)
  }
  const card = (poll: Poll) => (
    <PollCard
      key={poll.question.pollId}
      poll={poll}
      chairs={chairs}
      onEdit={() => write({ first: poll.question, revision: poll.revision })}
      onRepeat={() => write({ first: repeatOf(poll), revision: null })}
      onFolded={() => around.current?.focus()}
    />
  )
  const prepare = (
    <Button
      size="md"
      classNames={{ root: classes.tall, label: classes.wrapped }}
      variant={suggested ? 'filled' : 'default'}
      leftSection={<IconPlus aria-hidden />}
      onClick={firstClick(() => write({ first: newQuestion(rules.voting, item), revision: null }))}
      data-testid="poll-prepare"
    >
      {t(suggested ? 'polling.prepare_for_item' : first.length > 0 ? 'polling.prepare_other' : 'polling.prepare')}
    </Button>
  )
  return (
    <div ref={around} tabIndex={-1} className={classes.polls}>
      {voting.polls.length === 0 && !suggested && <p className={classes.soft}>{t('polling.none')}</p>}
      {/* What the item that is on asks for stands above what may be put to the vote at any time. */}
      {suggested && prepare}
      {first.length > 0 && <ul className={classes.cards}>{first.map(card)}</ul>}
      {!suggested && prepare}
      {others.length > 0 && (
        <details className={classes.fold}>
          <summary data-testid="poll-others">{t('polling.others', { count: others.length })}</summary>
          <ul className={classes.cards}>{others.map(card)}</ul>
        </details>
      )}
      {writing && (
        <PollForm
          around={{ meeting, agenda, voting }}
          first={writing.first}
          revision={writing.revision}
          command={command}
          onClose={() => write(null)}
        />
      )}
    </div>
  )
}
