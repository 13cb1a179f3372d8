// The sign-in form's state: what was typed, what is wrong with it, and how long to wait after too many tries.

import type { MessageKey } from '@hoi-truong/shared/i18n'
import { type FormEvent, useEffect, useState } from 'react'
import { type Problem, paramsOf, problemOf } from '../../../lib/problem.ts'
import { session } from '../api/session.ts'

export function useSignIn() {
  const [memberNumber, setMemberNumber] = useState('')
  const [password, setPassword] = useState('')
  const [numberError, setNumberError] = useState<MessageKey | null>(null)
  const [passwordError, setPasswordError] = useState<MessageKey | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [blockedUntil, setBlockedUntil] = useState(0)
  const blockedMs = useRemaining(blockedUntil)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // Numbers are read off a card, in groups: spaces are no mistake.
    const number = memberNumber.replaceAll(/\s+/g, '')
    setNumberError(number === '' ? 'signin.number_needed' : null)
    setPasswordError(password === '' ? 'signin.password_needed' : null)
    if (number === '' || password === '') return
    setBusy(true)
    setProblem(null)
    try {
      await session.signIn({ memberNumber: number, password })
    } catch (error) {
      const refused = problemOf(error)
      // The server's check is the only one: this page stays light for a first visit on a slow link.
      if (refused.code === 'REQUEST_MALFORMED') setNumberError('signin.number_wrong_form')
      else setProblem(refused)
      setBlockedUntil(Date.now() + waitMsOf(refused))
    } finally {
      setBusy(false)
    }
  }

  return {
    memberNumber,
    setMemberNumber,
    password,
    setPassword,
    numberError,
    passwordError,
    problem,
    busy,
    blockedMs,
    submit,
  }
}

/** How long the server asks to wait; long blocks come in minutes, short ones in seconds. */
function waitMsOf(problem: Problem): number {
  const params = paramsOf(problem)
  return Number(params?.minutes ?? 0) * 60_000 + Number(params?.seconds ?? 0) * 1000
}

/** Milliseconds until `until`, counted down each second. */
function useRemaining(until: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    if (until <= Date.now()) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, until - now)
}
