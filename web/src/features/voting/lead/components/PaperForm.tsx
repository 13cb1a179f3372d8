// Nhập số phiếu: what does not fit together is said beneath its field while it is typed.
import { type Poll, paperVotersAtSites } from '@hoi-truong/shared/voting'
import { Button, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'
import { ballotOf } from '../../pollWords.ts'
import { countIn, figureFaults, mayBeSent, type PaperField, type PaperFigures } from '../paperFigures.ts'
import classes from './Lead.module.css'

export interface PaperFormProps {
  poll: Poll
  first: PaperFigures
  /** How often figures had been entered when these were begun. */
  basedOn: number
  command: RoomCommand
  onSent(): void
  /** Another teller may have been quicker. */
  onRefused(): void
}

export function PaperForm({ poll, first, basedOn, command, onSent, onRefused }: PaperFormProps) {
  const { t } = useWords()
  const { attendance } = useMeetingState()
  const [figures, setFigures] = useState(first)
  const [tried, setTried] = useState(false)
  const { question } = poll
  const most = paperVotersAtSites({ attendance }, poll).length
  const faults = figureFaults(question, figures, most)
  const count = countIn(figures)
  const faultAt = (field: PaperField, typed?: string) => {
    const found = faults.find((fault) => fault.field === field)
    if (found) return t(...found.words)
    return tried && typed === '' ? t('polling.paper_number') : null
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!mayBeSent(question, count, most)) return
    if (await command.run('voting.enterPaperCount', { pollId: question.pollId, count, basedOn })) onSent()
    else onRefused()
  }
  const digits = (text: string) => text.replaceAll(/\D/g, '').slice(0, 5)
  const field = (name: Exclude<keyof PaperFigures, 'tallies'>, label: string) => (
    <TextInput
      size="lg"
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={figures[name]}
      error={faultAt(name, figures[name])}
      onChange={(event) => setFigures({ ...figures, [name]: digits(event.currentTarget.value) })}
      data-testid={`paper-${name}`}
    />
  )
  const sumFault = faultAt('sum')
  return (
    <form className={classes.form} onSubmit={(event) => void send(event)} noValidate data-testid="paper-form">
      <div className={classes.paper}>
        {field('issued', t('vote.ballots_issued'))}
        {field('returned', t('vote.ballots_collected'))}
        {field('valid', t('vote.ballots_valid'))}
        {field('invalid', t('vote.ballots_invalid'))}
      </div>
      <p className={classes.soft}>{t('polling.paper_blank')}</p>
      <div className={classes.paper}>
        {ballotOf(t, question).map(({ id, words }) => (
          <TextInput
            key={id}
            size="lg"
            label={words}
            inputMode="numeric"
            autoComplete="off"
            value={figures.tallies[id] ?? ''}
            error={faultAt(`option ${id}`, figures.tallies[id] ?? '')}
            onChange={(event) => {
              const typed = digits(event.currentTarget.value)
              setFigures({ ...figures, tallies: { ...figures.tallies, [id]: typed } })
            }}
            data-testid="paper-option"
            data-option-id={id}
          />
        ))}
      </div>
      <p className={classes.error} role="status" data-testid="paper-sum-fault">
        {sumFault}
      </p>
      {command.refusal && <ProblemNotice problem={command.refusal} data-testid="paper-refused" />}
      <Button
        type="submit"
        size="lg"
        leftSection={<IconSend aria-hidden />}
        disabled={command.busy || faults.length > 0}
        data-testid="paper-send"
      >
        {t('polling.paper_send')}
      </Button>
    </form>
  )
}
