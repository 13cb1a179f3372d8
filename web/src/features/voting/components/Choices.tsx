// The choices of a ballot, all in sight: real radio buttons or boxes to be ticked, large enough for any thumb.

import type { PollQuestion } from '@hoi-truong/shared/voting'
import { useId } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { isSingle } from '../choosing.ts'
import { ballotOf } from '../pollWords.ts'
import classes from './Poll.module.css'

export interface ChoicesProps {
  question: PollQuestion
  chosen: readonly string[]
  disabled?: boolean
  onPress(optionId: string): void
}

export function Choices({ question, chosen, disabled, onPress }: ChoicesProps) {
  const { t } = useWords()
  const name = useId()
  const single = isSingle(question)
  return (
    <fieldset className={classes.choices} data-testid="poll-choices" data-chosen={chosen.join()}>
      <legend className="hidden-text">{question.title}</legend>
      {ballotOf(t, question).map(({ id, words }) => (
        <label key={id} className={classes.choice} data-on={chosen.includes(id)}>
          <input
            type={single ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(id)}
            disabled={disabled}
            onChange={() => onPress(id)}
            data-testid="poll-choice"
            data-option-id={id}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}
