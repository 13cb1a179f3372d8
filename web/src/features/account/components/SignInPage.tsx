// Signing in: two fields and one button.

import { formatDuration } from '@hoi-truong/shared/i18n'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, Navigate, useLocation } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { ShowSwitch } from '../../../ui/ShowSwitch.tsx'
import { Splash } from '../../../ui/Splash.tsx'
import { useSession } from '../hooks/useSession.ts'
import { useSignIn } from '../hooks/useSignIn.ts'
import classes from './OutsideFrame.module.css'
import { OutsideFrame } from './OutsideFrame.tsx'

export function SignInPage() {
  const { t, language } = useWords()
  const status = useSession((state) => state.status)
  const ended = useSession((state) => state.ended)
  const unreachable = useSession((state) => state.unreachable)
  const from = (useLocation().state as { from?: string } | null)?.from ?? '/'
  const form = useSignIn()
  const [shown, setShown] = useState(false)

  if (status === 'starting') return <Splash>{t(unreachable ? 'common.unreachable' : 'signin.checking')}</Splash>
  if (status === 'signedIn') return <Navigate to={from} replace />
  return (
    <OutsideFrame title={t('signin.title')} lead={t('signin.lead')}>
      {ended && !form.problem && (
        <Notice tone="info">
          <p>{t(`error.${ended}`)}</p>
        </Notice>
      )}
      {form.problem && (
        <Notice tone="trouble" urgent data-testid="sign-in-error">
          <p>{t(...sentenceOf(form.problem))}</p>
          {form.blockedMs > 0 && (
            <p aria-live="off">
              {t('signin.blocked_for', { time: formatDuration(wholeMinutes(form.blockedMs), language) })}
            </p>
          )}
        </Notice>
      )}
      <form className={classes.form} onSubmit={form.submit} noValidate>
        <TextInput
          size="lg"
          label={t('signin.member_number')}
          description={t('signin.member_number_hint')}
          autoComplete="username"
          autoCapitalize="characters"
          spellCheck={false}
          value={form.memberNumber}
          onChange={(event) => form.setMemberNumber(event.currentTarget.value)}
          error={form.numberError && t(form.numberError)}
          data-testid="sign-in-member-number"
        />
        <TextInput
          size="lg"
          type={shown ? 'text' : 'password'}
          label={t('signin.password')}
          autoComplete="current-password"
          autoCapitalize="off"
          spellCheck={false}
          value={form.password}
          onChange={(event) => form.setPassword(event.currentTarget.value)}
          error={form.passwordError && t(form.passwordError)}
          data-testid="sign-in-password"
        />
        <ShowSwitch shown={shown} onChange={setShown} testId="sign-in-show-password">
          {t('signin.show_password')}
        </ShowSwitch>
        <Button type="submit" size="lg" fullWidth loading={form.busy} data-testid="sign-in-submit">
          {t('signin.submit')}
        </Button>
      </form>
      <p className={classes.help}>{t('signin.help')}</p>
      <nav className={classes.links}>
        <Link to="/activate" data-testid="sign-in-activate">
          {t('signin.have_slip')}
        </Link>
        <Link to="/register" data-testid="sign-in-register">
          {t('signin.register')}
        </Link>
      </nav>
    </OutsideFrame>
  )
}

/** Told to come back after 14 minutes of 15, people come back too early. */
const wholeMinutes = (ms: number): number => (ms > 60_000 ? Math.ceil(ms / 60_000) * 60_000 : ms)
