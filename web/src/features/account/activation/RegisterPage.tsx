// Asking for an account without a slip; the branch committee approves. Says the same whether the number is known or not.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { httpRequest } from '../../../lib/http.ts'
import { useOnline } from '../../../lib/useOnline.ts'
import { Notice } from '../../../ui/Notice.tsx'
import frame from '../components/OutsideFrame.module.css'
import { OutsideFrame } from '../components/OutsideFrame.tsx'
import { useSending } from '../hooks/useSending.ts'
import classes from './Activation.module.css'
import { focusFirstWrong } from './firstWrong.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { noPassword } from './newPassword.ts'
import { RegistrationSent } from './RegistrationSent.tsx'
import { refusalIn } from './refusals.ts'
import {
  findInRegistration,
  keptTyping,
  type RegistrationFindings,
  requestOf,
  type TypedPerson,
} from './registration.ts'

export function RegisterPage() {
  const [sent, setSent] = useState(false)
  return sent ? <RegistrationSent /> : <RegistrationForm onSent={() => setSent(true)} />
}

function RegistrationForm({ onSent }: { onSent(): void }) {
  const { t } = useWords()
  const online = useOnline()
  const [person, setPerson] = useState(keptTyping.read)
  const [typed, setTyped] = useState(noPassword)
  const [found, setFound] = useState<RegistrationFindings>({})
  const { sending, problem, setProblem, send } = useSending()
  const malformed = problem?.code === 'REQUEST_MALFORMED'
  // All else is checked here: what the server cannot read is the number.
  const findings: RegistrationFindings = malformed ? { ...found, memberNumber: 'signin.number_wrong_form' } : found

  const type = (change: Partial<TypedPerson>) => {
    const next = { ...person, ...change }
    setPerson(next)
    keptTyping.write(next)
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const wrong = findInRegistration(person, typed)
    setFound(wrong)
    setProblem(null)
    if (Object.keys(wrong).length > 0) return focusFirstWrong(form, Object.keys(wrong))
    const body = requestOf(person, typed)
    const taken = await send((signal) => httpRequest('/auth/requests', { method: 'POST', body, signal }))
    if (!taken) return
    keptTyping.drop()
    onSent()
  }

  return (
    <OutsideFrame title={t('activation.register_title')} lead={t('activation.register_lead')}>
      {!online && sending === 'no' && (
        <Notice tone="info" data-testid="register-offline">
          <p>{t('activation.offline')}</p>
        </Notice>
      )}
      {problem && !malformed && (
        <Notice tone="trouble" urgent data-testid="register-refused">
          <p>{refusalIn(t, problem)}</p>
        </Notice>
      )}
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          size="lg"
          name="memberNumber"
          label={t('signin.member_number')}
          description={t('signin.member_number_hint')}
          autoComplete="username"
          autoCapitalize="characters"
          spellCheck={false}
          value={person.memberNumber}
          onChange={(event) => type({ memberNumber: event.currentTarget.value })}
          error={findings.memberNumber && t(findings.memberNumber)}
          data-testid="register-member-number"
        />
        <TextInput
          size="lg"
          name="name"
          label={t('activation.name')}
          description={t('activation.name_hint')}
          autoComplete="name"
          autoCapitalize="words"
          spellCheck={false}
          value={person.name}
          onChange={(event) => type({ name: event.currentTarget.value })}
          error={findings.name && t(findings.name)}
          data-testid="register-name"
        />
        <TextInput
          size="lg"
          name="phone"
          type="tel"
          label={t('activation.phone')}
          description={t('activation.phone_hint')}
          autoComplete="tel"
          value={person.phone}
          onChange={(event) => type({ phone: event.currentTarget.value })}
          error={findings.phone && t(findings.phone)}
          data-testid="register-phone"
        />
        <NewPasswordFields value={typed} findings={findings} onChange={setTyped} />
        {sending === 'waiting' && (
          <Notice tone="info" data-testid="register-waiting">
            <p>{t('activation.waiting')}</p>
          </Notice>
        )}
        <Button type="submit" size="lg" fullWidth aria-disabled={sending !== 'no'} data-testid="register-submit">
          {sending === 'no' ? t('activation.register_submit') : t('activation.register_sending')}
        </Button>
      </form>
      <nav className={frame.links}>
        <Link to="/activate">{t('activation.have_slip')}</Link>
        <Link to="/sign-in">{t('activation.have_account')}</Link>
      </nav>
    </OutsideFrame>
  )
}
