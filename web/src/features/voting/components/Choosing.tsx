// Filling in a ballot: choices, what is chosen in words, and one button that hands it in.
import { mostChoices, type PollQuestion, shapeOf } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { choose, isSingle } from '../choosing.ts'
import { ballotOf, choicesWords } from '../pollWords.ts'
import { Choices } from './Choices.tsx'
import classes from './Poll.module.css'

export interface ChoosingProps {
  question: PollQuestion
  /** What counts now, to begin with. */
  before?: readonly string[]
  /** What the last button is called and says beside it. */
  send: { words: string; note?: string }
  onSend(choices: readonly string[]): void
  /** Leaves everything as it was. */
  onKeep?: () => void
}

export function Choosing({ question, before = [], send, onSend, onKeep }: ChoosingProps) {
  const { t } = useWords()
  const [chosen, setChosen] = useState({ choices: before, full: false })
  const [confirming, setConfirming] = useState(false)
  const most = mostChoices(question)
  const single = isSingle(question)
  const { choices, full } = chosen
  // In an election nobody may be chosen; elsewhere that is no ballot.
  const ready = choices.length > 0 || shapeOf(question.matter) === 'election'
  const press = (optionId: string) =>
    setChosen(
      choose(
        question,
        ballotOf(t, question).map(({ id }) => id),
        choices,
        optionId,
      ),
    )
  const shownSum = single ? choices.length > 0 : confirming
  return (
    <div className={classes.choosing} data-testid="poll-choosing" data-step={confirming ? 'confirm' : 'choose'}>
      {!confirming && (
        <>
          <p className={classes.soft}>
            {single ? t('voting.choose_lead') : t('voting.choose_most', { most, count: choices.length })}
          </p>
          <Choices question={question} chosen={choices} onPress={press} />
          <p className={classes.full} role="status" data-testid="poll-full">
            {full && t('voting.full', { most })}
          </p>
        </>
      )}
      <div className={classes.confirm}>
        {shownSum && (
          <Sum focused={confirming}>{t('voting.you_choose', { choices: choicesWords(t, question, choices) })}</Sum>
        )}
        {send.note !== undefined && shownSum && <p className={classes.soft}>{send.note}</p>}
        <div className={classes.buttons}>
          {shownSum && (
            <Button
              size="xl"
              leftSection={<IconSend aria-hidden />}
              onClick={firstClick(() => onSend(choices))}
              data-testid="poll-send"
            >
              {send.words}
            </Button>
          )}
          {!single && !confirming && (
            <Button size="xl" disabled={!ready} onClick={firstClick(() => setConfirming(true))} data-testid="poll-next">
              {t('voting.next')}
            </Button>
          )}
          {confirming && (
            <Button
              size="lg"
              variant="default"
              leftSection={<IconArrowBackUp aria-hidden />}
              onClick={firstClick(() => setConfirming(false))}
              data-testid="poll-choose-again"
            >
              {t('voting.choose_again')}
            </Button>
          )}
          {onKeep && !confirming && (
            <Button size="lg" variant="default" onClick={onKeep} data-testid="poll-keep">
              {t('voting.keep')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

/** @param props `focused`: the press that led here has taken away what had the focus */
function Sum({ focused, children }: { focused: boolean; children: React.ReactNode }) {
  const sum = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (focused) sum.current?.focus()
  }, [focused])
  return (
    <p ref={sum} tabIndex={-1} className={classes.sum} role="status" data-testid="poll-chosen">
      {children}
    </p>
  )
}
