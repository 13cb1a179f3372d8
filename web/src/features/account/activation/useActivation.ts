// The form of the slip: what was typed, what is wrong with it, and the account made from it.
import { foldCode } from '@hoi-truong/shared/account'
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { type FormEvent, useState } from 'react'
import { session } from '../api/session.ts'
import { useSending } from '../hooks/useSending.ts'
import { type CodeFinding, findInCode, groupCode } from './codeField.ts'
import { focusFirstWrong } from './firstWrong.ts'
import { findInPassword, noPassword, type PasswordFindings } from './newPassword.ts'
import type { SlipAddress } from './slipAddress.ts'

interface Findings extends PasswordFindings {
  memberNumber?: MessageKey
  code?: CodeFinding
}

export function useActivation(slip: SlipAddress | null) {
  const [memberNumber, setMemberNumber] = useState(slip?.memberNumber ?? '')
  const [code, setCode] = useState(groupCode(slip?.code ?? ''))
  const [typed, setTyped] = useState(noPassword)
  const [findings, setFindings] = useState<Findings>({})
  const { sending, problem, setProblem, send } = useSending()
  const malformed = problem?.code === 'REQUEST_MALFORMED'

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const number = memberNumber.replaceAll(/\s+/g, '')
    const inCode = findInCode(code)
    const found: Findings = {
      ...(number === '' ? { memberNumber: 'signin.number_needed' as const } : {}),
      ...(inCode ? { code: inCode } : {}),
      ...findInPassword(typed, number),
    }
    setFindings(found)
    setProblem(null)
    if (Object.keys(found).length > 0) return focusFirstWrong(form, Object.keys(found))
    const activation = { memberNumber: number, code: foldCode(code), password: typed.password }
    // The same slip with the same password is no second use: an answer that got lost is asked for again.
    await send(() => session.activate(activation))
  }

  return {
    memberNumber,
    setMemberNumber,
    code,
    setCode: (text: string) => setCode(text),
    /** Grouped once the field is left, so that the caret never jumps under somebody's finger. */
    tidyCode: () => setCode(groupCode(code)),
    typed,
    setTyped,
    // All else is checked here: what the server cannot read is the number.
    findings: malformed ? { ...findings, memberNumber: 'signin.number_wrong_form' as const } : findings,
    problem: malformed ? null : problem,
    sending,
    submit,
  }
}
