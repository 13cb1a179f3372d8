// Signing in: two fields and one button.
import { Button, PasswordInput, TextInput } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import { formatDuration } from '@hoi-truong/shared/i18n'
import { Navigate, useLocation } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { sentenceKeyOf } from '../../../lib/problem.ts'
import { LanguageSwitch } from '../../../ui/LanguageSwitch.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Splash } from '../../../ui/Splash.tsx'
import { useSession } from '../hooks/useSession.ts'
import { useSignIn } from '../hooks/useSignIn.ts'
import classes from './SignInPage.module.css'

export function SignInPage() {
  const { t, language } = useWords()
  const status = useSession((state) => state.status)
  const ended = useSession((state) => state.ended)
  const unreachable = useSession((state) => state.unreachable)
  const from = (useLocation().state as { from?: string } | null)?.from ?? '/'
  const form = useSignIn()

  if (status === 'starting') return <Splash>{t(unreachable ? 'common.unreachable' : 'signin.checking')}</Splash>
  if (status === 'signedIn') return <Navigate to={from} replace />
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <p className={classes.product}>{t('app.name')}</p>
        <LanguageSwitch />
      </header>
      <main className={classes.card}>
        <PageHeading className={classes.title}>{t('signin.title')}</PageHeading>
        <p className={classes.lead}>{t('signin.lead')}</p>
        {ended && !form.problem && (
          <Notice tone="info">
            <p>{t(`error.${ended}`)}</p>
          </Notice>
        )}
        {form.problem && (
          <Notice tone="trouble" urgent data-testid="sign-in-error">
            <p>{t(sentenceKeyOf(form.problem))}</p>
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
          <PasswordInput
            size="lg"
            label={t('signin.password')}
            autoComplete="current-password"
            value={form.password}
            onChange={(event) => form.setPassword(event.currentTarget.value)}
            error={form.passwordError && t(form.passwordError)}
            visibilityToggleButtonProps={{ 'aria-label': t('signin.show_password'), tabIndex: 0 }}
            classNames={{ visibilityToggle: classes.eye }}
            rightSectionWidth="3.5rem"
            data-testid="sign-in-password"
          />
          <Button type="submit" size="lg" fullWidth loading={form.busy} data-testid="sign-in-submit">
            {t('signin.submit')}
          </Button>
        </form>
        <p className={classes.help}>{t('signin.help')}</p>
      </main>
    </div>
  )
}

/** Told to come back after 14 minutes of 15, people come back too early. */
const wholeMinutes = (ms: number): number => (ms > 60_000 ? Math.ceil(ms / 60_000) * 60_000 : ms)
