// Another password for oneself; the other devices are signed out with it.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { focusFirstWrong } from '../activation/firstWrong.ts'
import { NewPasswordFields } from '../activation/NewPasswordFields.tsx'
import { findInPassword, noPassword, type PasswordFindings } from '../activation/newPassword.ts'
import { refusalIn } from '../activation/refusals.ts'
import { changePassword, useAskAgainForSessions } from '../api/ownSessions.ts'
import { useSending } from '../hooks/useSending.ts'
import { useSession } from '../hooks/useSession.ts'
import classes from './Own.module.css'

export function PasswordForm() {
  const { t } = useWords()
  const memberNumber = useSession((state) => state.member?.memberNumber ?? '')
  const askAgain = useAskAgainForSessions()
  // Not again by itself: the answer may have been lost, and the old password with it.
  const { sending, problem, setProblem, send } = useSending({ patient: false })
  const [current, setCurrent] = useState('')
  const [typed, setTyped] = useState(noPassword)
  const [currentNeeded, setCurrentNeeded] = useState(false)
  const [found, setFound] = useState<PasswordFindings>({})
  const [changed, setChanged] = useState(false)
  const currentWrong = problem?.code === 'CREDENTIALS_WRONG'

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const wrong = findInPassword(typed, memberNumber)
    setCurrentNeeded(current === '')
    setFound(wrong)
    setProblem(null)
    setChanged(false)
    const names = [...(current === '' ? ['current'] : []), ...Object.keys(wrong)]
    if (names.length > 0) return focusFirstWrong(form, names)
    const taken = await send((signal) => changePassword({ current, password: typed.password }, signal))
    void askAgain()
    if (!taken) return
    setCurrent('')
    setTyped(noPassword)
    setChanged(true)
  }

  return (
    <section className={classes.section} aria-labelledby="change-password">
      <h2 id="change-password">{t('account.change_password')}</h2>
      <p className={classes.soft}>{t('account.change_lead')}</p>
      {changed && (
        <Notice tone="good" urgent data-testid="password-changed">
          <p>{t('account.changed')}</p>
        </Notice>
      )}
      {problem && !currentWrong && (
        <Notice tone="trouble" urgent data-testid="password-refused">
          <p>{refusalIn(t, problem)}</p>
        </Notice>
      )}
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <input type="text" autoComplete="username" value={memberNumber} readOnly hidden />
        <TextInput
          size="lg"
          name="current"
          type="password"
          label={t('account.current_password')}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={
            (currentNeeded && current === '' && t('account.current_needed')) ||
            (currentWrong && t('account.current_wrong'))
          }
          data-testid="current-password"
        />
        <NewPasswordFields value={typed} findings={found} onChange={setTyped} />
        <Button type="submit" size="lg" aria-disabled={sending !== 'no'} data-testid="password-submit">
          {sending === 'no' ? t('account.change_submit') : t('account.sending')}
        </Button>
      </form>
    </section>
  )
}
