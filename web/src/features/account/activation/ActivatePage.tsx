// An account from a slip: number and code as printed, a password of one's own, and in.
import { CODE_LENGTH } from '@hoi-truong/shared/account'
import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link, Navigate, useLocation, useNavigate } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Splash } from '../../../ui/Splash.tsx'
import { session } from '../api/session.ts'
import frame from '../components/OutsideFrame.module.css'
import { OutsideFrame } from '../components/OutsideFrame.tsx'
import { useSession } from '../hooks/useSession.ts'
import classes from './Activation.module.css'
import { findInCode, missingIn } from './codeField.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { refusalIn } from './refusals.ts'
import { readSlipHash, type SlipAddress } from './slipAddress.ts'
import { useActivation } from './useActivation.ts'

export function ActivatePage() {
  const { t } = useWords()
  const { hash } = useLocation()
  const navigate = useNavigate()
  const status = useSession((state) => state.status)
  const unreachable = useSession((state) => state.unreachable)
  const name = useSession((state) => state.member?.name ?? '')
  const [slip, setSlip] = useState(() => readSlipHash(hash))
  // Whoever is signed in when the form is up has just come through it.
  const formShown = useRef(false)
  useEffect(() => {
    if (hash === '') return
    // Another slip may be scanned while the page is open.
    const scanned = readSlipHash(hash)
    if (scanned) setSlip(scanned)
    // A code in the address bar would stay in the history, and in pictures of the screen.
    void navigate({ hash: '' }, { replace: true })
  }, [hash, navigate])

  if (status === 'starting') return <Splash>{t(unreachable ? 'common.unreachable' : 'signin.checking')}</Splash>
  if (status === 'signedOut') {
    formShown.current = true
    return <ActivationForm key={slip?.code ?? ''} slip={slip} />
  }
  if (formShown.current) return <Navigate to="/" replace />
  return (
    <OutsideFrame title={t('activation.title')} lead={t('activation.signed_in', { name })}>
      <Button size="lg" onClick={() => void session.signOut()} data-testid="activate-sign-out">
        {t('activation.sign_out_first')}
      </Button>
      <nav className={frame.links}>
        <Link to="/">{t('activation.stay')}</Link>
      </nav>
    </OutsideFrame>
  )
}

function ActivationForm({ slip }: { slip: SlipAddress | null }) {
  const { t } = useWords()
  const form = useActivation(slip)
  const { findings, problem, sending } = form
  const wrongCode = findings.code
  return (
    <OutsideFrame title={t('activation.title')} lead={t('activation.lead')}>
      {slip && !problem && (
        <Notice tone="good" data-testid="activate-scanned">
          <p>{t('activation.scanned')}</p>
        </Notice>
      )}
      {problem && (
        <Notice tone="trouble" urgent data-testid="activate-refused">
          <p>{refusalIn(t, problem)}</p>
        </Notice>
      )}
      <form className={classes.form} onSubmit={(event) => void form.submit(event)} noValidate>
        <TextInput
          size="lg"
          name="memberNumber"
          label={t('signin.member_number')}
          description={t('signin.member_number_hint')}
          autoComplete="username"
          autoCapitalize="characters"
          spellCheck={false}
          value={form.memberNumber}
          onChange={(event) => form.setMemberNumber(event.currentTarget.value)}
          error={findings.memberNumber && t(findings.memberNumber)}
          data-testid="activate-member-number"
        />
        <div>
          <TextInput
            size="lg"
            name="code"
            label={t('activation.code')}
            description={t('activation.code_hint')}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            maxLength={64}
            value={form.code}
            onChange={(event) => form.setCode(event.currentTarget.value)}
            onBlur={form.tidyCode}
            error={wrongCode && t(wrongCode.key, wrongCode.values)}
            classNames={{ input: classes.code }}
            data-testid="activate-code"
          />
          <CodeCount code={form.code} />
        </div>
        <NewPasswordFields value={form.typed} findings={findings} onChange={form.setTyped} />
        {sending === 'waiting' && (
          <Notice tone="info" data-testid="activate-waiting">
            <p>{t('activation.waiting')}</p>
          </Notice>
        )}
        <Button type="submit" size="lg" fullWidth aria-disabled={sending !== 'no'} data-testid="activate-submit">
          {sending === 'no' ? t('activation.submit') : t('activation.sending')}
        </Button>
      </form>
      <nav className={frame.links}>
        <Link to="/register">{t('activation.no_slip')}</Link>
        <Link to="/sign-in">{t('activation.have_account')}</Link>
      </nav>
    </OutsideFrame>
  )
}

/** How far one has come: thirteen letters are many to count on paper. */
function CodeCount({ code }: { code: string }) {
  const { t } = useWords()
  const missing = missingIn(code)
  const whole = findInCode(code) === null
  if (!whole && (code.trim() === '' || missing <= 0)) return null
  return (
    <p className={classes.count} data-testid="activate-code-count">
      {whole ? t('activation.code_complete', { count: CODE_LENGTH }) : t('activation.code_missing', { count: missing })}
    </p>
  )
}
