// What one teller sees of the counting: enters figures, or compares those of another teller and confirms them.
import { findInRoll } from '@hoi-truong/shared/meeting'
import type { Poll } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconCheck, IconEdit } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { firstClick } from '../../../../ui/firstClick.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { useMeeting } from '../../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import { useRoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'
import { useStanding } from '../hooks/useStanding.ts'
import { blankFigures } from '../paperFigures.ts'
import classes from './Lead.module.css'
import { PaperFiguresList } from './PaperFiguresList.tsx'
import { PaperForm } from './PaperForm.tsx'

export function TellerCount({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const { meeting } = useMeetingState()
  const command = useRoomCommand()
  const { question } = poll
  const { standing, problem, again } = useStanding(question.pollId)
  /** The revision that is replaced; what another teller enters meanwhile ends the typing, since it has to be looked at first. */
  const [anew, setAnew] = useState<number | null>(null)
  const paper = standing?.paper
  const nameOf = (id: string | null) => (id === null ? '' : (findInRoll(meeting, id)?.name ?? ''))
  const heading = useRef<HTMLHeadingElement>(null)
  /** What was pressed is about to go: the focus must not go with it. */
  const done = () => {
    heading.current?.focus()
    again()
  }
  const confirm = async () => {
    await command.run('voting.confirmPaperCount', { pollId: question.pollId, revision: paper?.revision })
    done()
  }
  const writes = paper && (paper.revision === 0 || anew === paper.revision)
  return (
    <section className={classes.standing} data-testid="teller-count" data-poll-id={question.pollId}>
      <h3 ref={heading} tabIndex={-1}>
        {t('polling.paper_title', { title: question.title })}
      </h3>
      {problem && <ProblemNotice problem={problem} />}
      {!standing && !problem && <p role="status">{t('common.loading')}</p>}
      {writes && (
        <PaperForm
          key={paper.revision}
          poll={poll}
          first={blankFigures(question)}
          basedOn={paper.revision}
          command={command}
          onSent={done}
          onRefused={again}
        />
      )}
      {paper && !writes && (
        <div
          className={classes.standing}
          data-testid="paper-entered"
          data-revision={paper.revision}
          data-confirmed={paper.confirmedBy !== null}
        >
          <Notice tone={paper.confirmedBy ? 'good' : 'info'}>
            <p>
              {paper.confirmedBy
                ? t('polling.paper_confirmed', {
                    entered: nameOf(paper.enteredBy),
                    confirmed: nameOf(paper.confirmedBy),
                  })
                : paper.enteredBy === memberId
                  ? t('polling.paper_own')
                  : t('polling.paper_entered', { name: nameOf(paper.enteredBy) })}
            </p>
            {!paper.confirmedBy && paper.enteredBy !== memberId && <p>{t('polling.paper_compare')}</p>}
          </Notice>
          {paper.count && <PaperFiguresList question={question} count={paper.count} />}
          {command.refusal && <ProblemNotice problem={command.refusal} data-testid="paper-refused" />}
          {!paper.confirmedBy && paper.enteredBy !== memberId && (
            <Button
              size="lg"
              leftSection={<IconCheck aria-hidden />}
              disabled={command.busy}
              onClick={firstClick(() => void confirm())}
              data-testid="paper-confirm"
            >
              {t('polling.paper_confirm')}
            </Button>
          )}
          <Button
            size="lg"
            variant="default"
            leftSection={<IconEdit aria-hidden />}
            onClick={() => {
              command.dismiss()
              setAnew(paper.revision)
            }}
            data-testid="paper-enter-anew"
          >
            {t('polling.paper_enter_anew')}
          </Button>
        </div>
      )}
    </section>
  )
}
