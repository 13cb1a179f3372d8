// A number that is counted by looking at a hall: typed, or one more and one less with a thumb.
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useId } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { typedCount } from '../handTaps.ts'
import classes from './Lead.module.css'

export interface CountFieldProps {
  label: string
  value: number
  optionId: string
  onChange(value: number): void
}

export function CountField({ label, value, optionId, onChange }: CountFieldProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <div data-testid="hands-option" data-option-id={optionId}>
      <label htmlFor={id}>{label}</label>
      <div className={classes.count}>
        <button
          type="button"
          className={classes.step}
          aria-label={t('polling.hands_less', { option: label })}
          disabled={value === 0}
          onClick={() => onChange(value - 1)}
          data-testid="hands-less"
        >
          <IconMinus aria-hidden />
        </button>
        <input
          id={id}
          className={classes.number}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={String(value)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onChange(typedCount(event.currentTarget.value))}
          data-testid="hands-number"
        />
        <button
          type="button"
          className={classes.step}
          aria-label={t('polling.hands_more', { option: label })}
          onClick={() => onChange(value + 1)}
          data-testid="hands-more"
        >
          <IconPlus aria-hidden />
        </button>
      </div>
    </div>
  )
}
