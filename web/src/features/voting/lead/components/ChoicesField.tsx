// How many of the options one ballot may choose: a choice among what is possible, so that nothing impossible can be typed.
import { NativeSelect } from '@mantine/core'
import { useWords } from '../../../../i18n/index.ts'

export interface ChoicesFieldProps {
  election: boolean
  value: number
  most: number
  onChange(value: number): void
}

export function ChoicesField({ election, value, most, onChange }: ChoicesFieldProps) {
  const { t } = useWords()
  // A value that has become too large stays in sight until it is corrected.
  const numbers = Array.from({ length: Math.max(most, value) }, (_, at) => String(at + 1))
  return (
    <NativeSelect
      size="lg"
      label={t(election ? 'polling.field_elected' : 'polling.field_choices')}
      data={numbers}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data-testid="poll-max-choices"
    />
  )
}
