// Candidates or options, one under the other; put in order with buttons, never by dragging.
import type { PollOption } from '@hoi-truong/shared/voting'
import { Button, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useWords } from '../../../../i18n/index.ts'
import { blankOption } from '../suggest.ts'
import classes from './Lead.module.css'

/** As many as a question holds (pollQuestionSchema). */
const MOST = 40

export interface OptionsEditorProps {
  options: readonly PollOption[]
  /** Candidates, not options. */
  election: boolean
  error: string | null
  onChange(options: PollOption[]): void
}

export function OptionsEditor({ options, election, error, onChange }: OptionsEditorProps) {
  const { t } = useWords()
  const moved = (at: number, by: 1 | -1): PollOption[] => {
    const [one, other] = [options[at], options[at + by]]
    if (!one || !other) return [...options]
    return options.map((option, place) => (place === at ? other : place === at + by ? one : option))
  }
  return (
    <fieldset className={classes.group} data-testid="poll-options">
      <legend>{t(election ? 'polling.field_candidates' : 'polling.field_options')}</legend>
      {options.map(({ optionId, label }, at) => {
        const place = t(election ? 'polling.candidate_of' : 'polling.option_of', { place: at + 1 })
        const name = label.trim() || place
        return (
          <div key={optionId} className={classes.option}>
            <TextInput
              size="md"
              label={place}
              maxLength={120}
              value={label}
              onChange={(event) => {
                const typed = event.currentTarget.value
                onChange(options.map((option) => (option.optionId === optionId ? { ...option, label: typed } : option)))
              }}
              data-testid="poll-option"
            />
            <div className={classes.places}>
              <Button
                size="md"
                variant="default"
                leftSection={<IconArrowUp size={18} aria-hidden />}
                aria-label={t('polling.option_up', { name })}
                disabled={at === 0}
                onClick={() => onChange(moved(at, -1))}
                data-testid="poll-option-up"
              >
                {t('polling.up')}
              </Button>
              <Button
                size="md"
                variant="default"
                leftSection={<IconArrowDown size={18} aria-hidden />}
                aria-label={t('polling.option_down', { name })}
                disabled={at === options.length - 1}
                onClick={() => onChange(moved(at, 1))}
                data-testid="poll-option-down"
              >
                {t('polling.down')}
              </Button>
              <Button
                size="md"
                variant="default"
                leftSection={<IconTrash size={18} aria-hidden />}
                aria-label={t('polling.option_remove', { name })}
                onClick={() => onChange(options.filter((option) => option.optionId !== optionId))}
                data-testid="poll-option-remove"
              >
                {t('polling.remove')}
              </Button>
            </div>
          </div>
        )
      })}
      {error !== null && (
        <p className={classes.error} role="alert" data-testid="poll-options-error">
          {error}
        </p>
      )}
      <Button
        size="md"
        variant="default"
        leftSection={<IconPlus aria-hidden />}
        disabled={options.length >= MOST}
        onClick={() => onChange([...options, blankOption()])}
        data-testid="poll-option-add"
      >
        {t(election ? 'polling.add_candidate' : 'polling.add_option')}
      </Button>
    </fieldset>
  )
}
