// The three kinds of fields that the forms are made of, each with its error beneath it.
import { TextInput } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { tidyDay } from '../../../lib/typedDay.ts'
import { dayInWords } from '../periods.ts'
import type { Values } from './checkCommand.ts'
import classes from './Forms.module.css'
import type { CommandFormState } from './useCommandForm.ts'

interface FieldProps<V extends Values> {
  form: CommandFormState<V>
  name: keyof V & string
  label: string
  hint?: string
}

function useError<V extends Values>({ form, name }: Pick<FieldProps<V>, 'form' | 'name'>) {
  const { t } = useWords()
  const key = form.errors[name]
  if (!key) return null
  if (key !== 'members.to_before_from') return t(key)
  return t(key, { from: form.begins === null ? (form.values.from ?? '') : dayInWords(form.begins) })
}

export function TextField<V extends Values>({ form, name, label, hint }: FieldProps<V>) {
  const error = useError({ form, name })
  return (
    <TextInput
      size="lg"
      name={name}
      label={label}
      description={hint}
      value={form.values[name]}
      onChange={(event) => form.set(name, event.currentTarget.value)}
      error={error}
      autoComplete="off"
      data-testid={`member-field-${testName(name)}`}
    />
  )
}

export function DayField<V extends Values>({ form, name, label }: Omit<FieldProps<V>, 'hint'>) {
  const { t } = useWords()
  const error = useError({ form, name })
  return (
    <TextInput
      inputMode="numeric"
      size="lg"
      name={name}
      label={label}
      description={t('members.day_hint')}
      value={form.values[name]}
      onChange={(event) => form.set(name, event.currentTarget.value)}
      onBlur={(event) => form.tidy(name, tidyDay(event.currentTarget.value))}
      autoComplete="off"
      error={error}
      data-testid={`member-field-${testName(name)}`}
    />
  )
}

export interface Choice {
  value: string
  label: string
  explanation?: string
}

/** Large boxes with a word each: a list that unfolds hides what there is to choose. */
export function ChoiceField<V extends Values>({ form, name, label, choices }: FieldProps<V> & { choices: Choice[] }) {
  const error = useError({ form, name })
  return (
    <fieldset className={classes.choices} aria-invalid={error !== null} data-testid={`member-field-${testName(name)}`}>
      <legend>{label}</legend>
      {choices.map(({ value, label: words, explanation }) => (
        <label key={value} className={classes.choice}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={form.values[name] === value}
            onChange={() => form.set(name, value)}
          />
          <span>
            {words}
            {explanation !== undefined && <span className={classes.explanation}>{explanation}</span>}
          </span>
        </label>
      ))}
      {error && <p className={classes.error}>{error}</p>}
    </fieldset>
  )
}

const testName = (name: string): string =>
  name.replace('.', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
