// How long a speech may take, as a choice.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { useWords } from '../../../i18n/index.ts'
import { type SpeechLimit, secondsOf, speechLimits } from '../speechLimit.ts'
import { Choice } from './Choice.tsx'

export interface LimitChoiceProps {
  title: MessageKey
  value: SpeechLimit | null
  disabled?: boolean
  onChange(limit: SpeechLimit): void
  testId: string
}

export function LimitChoice({ title, value, disabled, onChange, testId }: LimitChoiceProps) {
  const { t } = useWords()
  const wordsOf = (limit: SpeechLimit): string => {
    const seconds = secondsOf(limit)
    return seconds === null ? t('floor.no_limit') : t('floor.minutes', { minutes: seconds / 60 })
  }
  return (
    <Choice
      title={t(title)}
      options={speechLimits.map((limit) => ({ value: limit, words: wordsOf(limit) }))}
      value={value}
      disabled={disabled ?? false}
      onChange={onChange}
      testId={testId}
    />
  )
}
