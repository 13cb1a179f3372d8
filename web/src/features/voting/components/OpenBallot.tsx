// One's own vote in an open poll: choosing, on its way, recorded, changed.
import type { Poll } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconCircleCheck, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { useBallotFault } from '../hooks/useBallotFault.ts'
import { useOwnVote } from '../hooks/useOwnVotes.ts'
import type { Standing } from '../hooks/useStanding.ts'
import { choicesWords } from '../pollWords.ts'
import { Choosing } from './Choosing.tsx'
import { OwnVoteFate } from './OwnVoteFate.tsx'
import classes from './Poll.module.css'
import { Stepped } from './Stepped.tsx'
import { WhyNot } from './WhyNot.tsx'

export function OpenBallot({ poll, known, hall }: { poll: Poll; known: Standing; hall: boolean }) {
  const { t } = useWords()
  const { question } = poll
  const { vote, state } = useOwnVote(question.pollId)
  const { recorded, sending } = state
  const fault = useBallotFault(poll, known.standing?.own.countedAt ?? null, { inRoom: true })
  const [changing, setChanging] = useState(false)
  const send = (choices: readonly string[]) => {
    setChanging(false)
    vote.cast(choices)
  }
  const step = sending ? 'sending' : recorded && !changing ? 'recorded' : 'choosing'
  return (
    <Stepped step={step}>
      <OwnVoteFate poll={poll} />
      {fault && !sending && <WhyNot fault={fault} hall={hall} />}
      {!sending && recorded && !changing && (
        <div className={classes.state} data-testid="poll-recorded" data-choices={recorded.join()}>
          <p className={classes.good}>
            <IconCircleCheck aria-hidden />
            <span>
              {t('vote.recorded')}.{' '}
              <strong>{t('voting.recorded_choice', { choices: choicesWords(t, question, recorded) })}</strong>
            </span>
          </p>
          {!fault && (
            <>
              <p className={classes.soft}>{t('voting.until_closed')}</p>
              <Button
                size="lg"
                variant="default"
                leftSection={<IconPencil aria-hidden />}
                onClick={firstClick(() => setChanging(true))}
                data-testid="poll-change"
              >
                {t('voting.change')}
              </Button>
            </>
          )}
        </div>
      )}
      {!fault && !sending && known.asking && recorded === null && (
        <p role="status" className={classes.soft}>
          {t('voting.asking')}
        </p>
      )}
      {!fault && step === 'choosing' && !(known.asking && recorded === null) && (
        <Choosing
          question={question}
          before={recorded ?? []}
          send={{ words: t('voting.send') }}
          onSend={send}
          {...(recorded ? { onKeep: () => setChanging(false) } : {})}
        />
      )}
    </Stepped>
  )
}
