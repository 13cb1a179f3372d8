// A new password, twice, with one switch that shows both.
import { PASSWORD_MIN_CHARACTERS } from '@hoi-truong/shared/account'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { ShowSwitch } from '../../../ui/ShowSwitch.tsx'
import type { PasswordFindings, TypedPassword } from './newPassword.ts'

export interface NewPasswordFieldsProps {
  value: TypedPassword
  findings: PasswordFindings
  onChange(value: TypedPassword): void
}

export function NewPasswordFields({ value, findings, onChange }: NewPasswordFieldsProps) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  const count = PASSWORD_MIN_CHARACTERS
  const field = {
    size: 'lg',
    type: shown ? 'text' : 'password',
    autoComplete: 'new-password',
    autoCapitalize: 'off',
    spellCheck: false,
  } as const
  return (
    <>
      <TextInput
        {...field}
        name="password"
        label={t('activation.password')}
        description={t('activation.password_hint', { count })}
        value={value.password}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
        error={findings.password && t(findings.password, { count })}
        data-testid="new-password"
      />
      <TextInput
        {...field}
        name="again"
        label={t('activation.password_again')}
        value={value.again}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
        error={findings.again && t(findings.again)}
        data-testid="new-password-again"
      />
      <ShowSwitch shown={shown} onChange={setShown} testId="new-password-show">
        {t('activation.show_passwords')}
      </ShowSwitch>
    </>
  )
}
