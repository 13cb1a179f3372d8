// A day of the plan, with the form in which it is typed.
import type { ComponentProps } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { DayInput } from '../../../../ui/TypedInput.tsx'

export function DayField(props: ComponentProps<typeof DayInput>) {
  const { t } = useWords()
  return <DayInput {...props} placeholder={t('prepare.day_hint')} />
}
