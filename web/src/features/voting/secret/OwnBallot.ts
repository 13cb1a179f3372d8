// One voter's ballot in one secret poll, from the asking to the receipt. Each step is kept on the device before it is told to the server, so
// whatever breaks, the same is said again: the same blinded message, the same ballot.
import { AppError, type ErrorCode, errorStatus } from '@hoi-truong/shared/errors'
import { createStore } from 'zustand/vanilla'
import { problemOf, Unreachable } from '../../../lib/problem.ts'
import { untilAnswered } from '../../../lib/untilAnswered.ts'
import type { BlindedToken } from './blinding.ts'
import type { BallotPlace, KeptBallot } from './keptBallot.ts'
import type { SecretPoll, SecretProblem, SecretVote, SecretVoteState } from './secretVoteState.ts'

export interface OwnBallotDeps {
  place: BallotPlace
  /** @returns the blind signature; throws AppError or Unreachable */
  takeBallot(blinded: string): Promise<string>
  /** @returns the receipt; throws AppError or Unreachable */
  handIn(ballot: { token: string; signature: string; choices: string[] }): Promise<string>
  /** Null where the browser has no cryptography. @throws Unreachable when it could not be loaded */
  blinding(): Promise<Blinding> | null
  /** One at a time across all tabs. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>
  /** A while that nobody can foresee: what is handed in the moment it is pressed could be matched with who pressed. */
  linger(signal: AbortSignal): Promise<void>
  signal: AbortSignal
}

export interface Blinding {
  makeToken(publicKey: string): Promise<BlindedToken>
  unblind(publicKey: string, token: BlindedToken, blindSignature: string): Promise<string>
  receiptOf(token: string): Promise<string>
}

type Kept<S extends KeptBallot['step']> = Extract<KeptBallot, { step: S }>

/** With these the ballot is as good as before: another choice may be sent with it. */
const correctable: ReadonlySet<string> = new Set<ErrorCode>(['BALLOT_INVALID', 'VOTE_CHOICES_WRONG'])
/** With these the token that was asked for will never be signed. */
const useless: ReadonlySet<string> = new Set<ErrorCode>([
  'BALLOT_TAKEN',
  'BALLOT_INVALID',
  'POLL_CLOSED',
  'POLL_UNKNOWN',
])

const codeOf = (code: string): ErrorCode => (Object.hasOwn(errorStatus, code) ? (code as ErrorCode) : 'INTERNAL')

function stateOf(kept: KeptBallot | null): SecretVoteState {
  switch (kept?.step) {
    case 'asked':
      return { step: 'taking', silent: false }
    case 'taken':
      return { step: 'taken' }
    case 'casting':
      return { step: 'casting', choices: kept.choices, silent: false }
    case 'cast':
      return { step: 'cast', receipt: kept.receipt }
    case 'refused': {
      const problem = { code: codeOf(kept.code) }
      return { step: 'failed', during: 'casting', problem, receipt: kept.receipt }
    }
    default:
      return { step: 'notTaken' }
  }
}

export class OwnBallot implements SecretVote {
  readonly store
  readonly #publicKey: string
  readonly #deps: OwnBallotDeps

  constructor({ publicKey }: Pick<SecretPoll, 'publicKey'>, deps: OwnBallotDeps) {
    this.#publicKey = publicKey
    this.#deps = deps
    this.store = createStore<SecretVoteState>(() => stateOf(deps.place.read()))
    this.#resume()
  }

  take(): void {
    const state = this.store.getState()
    if (state.step === 'notTaken' || (state.step === 'failed' && state.during === 'taking')) void this.#take()
  }

  cast(choices: readonly string[]): void {
    const kept = this.#deps.place.read()
    if (kept?.step !== 'taken') return
    const casting = { ...kept, step: 'casting' as const, choices: [...choices] }
    this.#keep(casting)
    void this.#cast()
  }

  /** Another tab of this member has gone on with it. */
  reread(): void {
    const { step } = this.store.getState()
    const kept = this.#deps.place.read()
    // What goes on here shows itself; the other tab waits for it, or it for the other tab.
    if (kept && kept.step !== step) this.store.setState(stateOf(kept), true)
  }

  #resume(): void {
    const { step } = this.store.getState()
    if (step === 'taking') void this.#take()
    if (step === 'casting') void this.#cast()
  }

  async #take(): Promise<void> {
    const { place, exclusively, takeBallot, signal } = this.#deps
    const silent = () => this.#show({ step: 'taking', silent: true })
    this.#show({ step: 'taking', silent: false })
    try {
      const blinding = await untilAnswered(async () => this.#deps.blinding(), signal, silent)
      if (!blinding) return this.#fail('taking', { code: 'DEVICE_UNABLE' })
      await exclusively(place.key, async () => {
        const asked = await this.#asked(blinding)
        if (!asked) return
        const blindSignature = await untilAnswered(() => takeBallot(asked.blinded), signal, silent)
        const signature = await this.#unblinded(blinding, asked, blindSignature)
        const { token } = asked
        this.#keep({ step: 'taken', token, signature, receipt: await blinding.receiptOf(token) })
      })
    } catch (error) {
      if (signal.aborted) return
      const problem = problemOf(error)
      if (useless.has(problem.code)) place.forget()
      this.#fail('taking', problem)
    }
  }

  /** What was asked for before, here or in another tab, or a new token. Null: it has been signed meanwhile. */
  async #asked({ makeToken }: Blinding): Promise<Kept<'asked'> | null> {
    const { place } = this.#deps
    const kept = place.read()
    if (kept?.step === 'asked') return kept
    if (kept) {
      this.store.setState(stateOf(kept), true)
      this.#resume()
      return null
    }
    const asked = { step: 'asked' as const, ...(await makeToken(this.#publicKey)) }
    this.#keep(asked)
    return asked
  }

  async #unblinded({ unblind }: Blinding, asked: Kept<'asked'>, blindSignature: string): Promise<string> {
    try {
      return await unblind(this.#publicKey, asked, blindSignature)
    } catch (cause) {
      throw new AppError('BALLOT_INVALID', undefined, { cause })
    }
  }

  async #cast(): Promise<void> {
    const { place, exclusively, linger, handIn, signal } = this.#deps
    await exclusively(place.key, async () => {
      const kept = place.read()
      if (kept?.step !== 'casting') return this.reread()
      const { token, signature, receipt, choices } = kept
      const silent = () => this.#show({ step: 'casting', choices, silent: true })
      try {
        await linger(signal)
        const handedIn = async () => {
          // Any other receipt says nothing of this ballot.
          if ((await handIn({ token, signature, choices })) !== receipt) throw new Unreachable()
        }
        await untilAnswered(handedIn, signal, silent)
        this.#keep({ step: 'cast', receipt })
      } catch (error) {
        if (!signal.aborted) this.#refused(kept, problemOf(error))
      }
    })
  }

  #refused({ token, signature, receipt }: Kept<'casting'>, problem: SecretProblem): void {
    const { place } = this.#deps
    if (correctable.has(problem.code)) {
      place.keep({ step: 'taken', token, signature, receipt })
      this.#fail('casting', problem)
    } else {
      // The ballot itself is of no use any more; what it said is forgotten.
      place.keep({ step: 'refused', receipt, code: problem.code })
      this.#fail('casting', problem, receipt)
    }
  }

  #keep(kept: KeptBallot): void {
    this.#deps.place.keep(kept)
    this.#show(stateOf(kept))
  }

  #fail(during: 'taking' | 'casting', problem: SecretProblem, receipt: string | null = null): void {
    this.#show({ step: 'failed', during, problem, receipt })
  }

  #show(state: SecretVoteState): void {
    if (!this.#deps.signal.aborted) this.store.setState(state, true)
  }
}
