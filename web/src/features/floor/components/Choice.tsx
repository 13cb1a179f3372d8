// One of a few, all in sight: real radio buttons, large enough for any thumb.
import { useId } from 'react'
import classes from './Choice.module.css'

interface ChoiceOption<V extends string> {
  value: V
  words: string
  note?: string
  /** Not to be chosen; the note says why. */
  disabled?: boolean
}

export interface ChoiceProps<V extends string> {
  title: string
  options: readonly ChoiceOption<V>[]
  value: V | null
  disabled?: boolean
  onChange(value: V): void
  testId: string
}

export function Choice<V extends string>({ title, options, value, disabled, onChange, testId }: ChoiceProps<V>) {
  const name = useId()
  return (
    <fieldset className={classes.choice} data-testid={testId} data-value={value ?? ''}>
      <legend>{title}</legend>
      <div className={classes.options} data-notes={options.some(({ note }) => note !== undefined)}>
        {options.map((option) => (
          <label
            key={option.value}
            className={classes.option}
            data-on={option.value === value}
            data-barred={option.disabled}
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={disabled || option.disabled}
              onChange={() => onChange(option.value)}
              data-testid={`${testId}-${option.value}`}
            />
            <span>
              {option.words}
              {option.note !== undefined && <span className={classes.note}>{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
