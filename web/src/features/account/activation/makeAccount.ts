// A code can be used once, and the answer to its use can get lost: then the account is there, and the password opens it.
import type { Activation, Login } from '@hoi-truong/shared/account'
import { untilAnswered } from '../../../lib/untilAnswered.ts'

export interface Doors {
  activate(activation: Activation): Promise<void>
  signIn(login: Login): Promise<void>
}

/** @throws AppError what was said against it */
export async function makeAccount(
  doors: Doors,
  activation: Activation,
  signal: AbortSignal,
  onSilence: () => void,
): Promise<void> {
  let silent = false
  try {
    await untilAnswered(
      () => doors.activate(activation),
      signal,
      () => {
        silent = true
        onSilence()
      },
    )
  } catch (refusal) {
    if (!silent || signal.aborted) throw refusal
    const { memberNumber, password } = activation
    await doors.signIn({ memberNumber, password }).catch(() => Promise.reject(refusal))
  }
}
