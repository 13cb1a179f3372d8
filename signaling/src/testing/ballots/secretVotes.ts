// Voters of a secret poll on devices while the servers are killed, and what must hold of the outcome: every ballot that was acknowledged
// is in the published list, once, and says what was chosen first.
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { APPROVAL_SECRET, type PollOutcome, type SecretBallot } from '@hoi-truong/shared/voting'
import { chance } from '../branch.ts'
import { type BallotKey, type Blinded, blind, unblind } from './blinding.ts'
import type { Device } from './device.ts'

/** How often a ballot is taken, and handed in, twice. */
const REPEATED = 0.2
const RETRY_MS = 250
const PATIENCE_MS = 10_000

export interface SecretCast {
  /** Voters who asked for a ballot. */
  ballots: number
  repeats: number
  /** By receipt: what the ballot says. */
  acknowledged: Map<string, string>
  refused: Map<string, number>
  /** Voters who know what became of their ballot. */
  answered: number
  takers: Set<string>
  /** Ballots that nobody answered at first. */
  askedAgain: number
  /** A repeat was answered otherwise than what it repeats. */
  contradictions: number
}

export const noBallots = (): SecretCast => ({
  ballots: 0,
  repeats: 0,
  acknowledged: new Map(),
  refused: new Map(),
  answered: 0,
  takers: new Set(),
  askedAgain: 0,
  contradictions: 0,
})

export interface SecretPoll {
  url: string
  meetingId: string
  pollId: string
  key: BallotKey
  seed: string
}

/** Made ahead: blinding is the devices' work, and here they share one processor. */
export interface Token {
  token: Buffer
  blinded: Blinded
}

export function makeToken(key: BallotKey): Token {
  const token = randomBytes(32)
  return { token, blinded: blind(key, token) }
}

/** @param atOnce how many voters are at it in the same moment */
export async function castBallots(
  voters: readonly { device: Device; token: Token }[],
  poll: SecretPoll,
  cast: SecretCast,
  atOnce: number,
): Promise<void> {
  const waiting = [...voters]
  const oneAfterTheOther = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await castOf(next.device, next.token, poll, cast)
  }
  await Promise.all(Array.from({ length: atOnce }, oneAfterTheOther))
}

async function castOf(device: Device, { token, blinded }: Token, poll: SecretPoll, cast: SecretCast): Promise<void> {
  const draw = (what: string) => chance(`${what} of ${device.memberId} in ${poll.seed}`)
  const times = (what: string) => (draw(what) < REPEATED ? 2 : 1)
  const taken = await Promise.all(Array.from({ length: times('taken twice') }, () => take(device, poll, blinded)))
  const [first] = taken
  cast.repeats += taken.length - 1
  if (taken.some(({ signature }) => signature !== first?.signature)) cast.contradictions += 1
  cast.ballots += 1
  if (!first?.signature) return refuse(cast, first?.code ?? '')
  cast.takers.add(device.memberId)
  const [choice, other] = draw('choice') < 0.6 ? APPROVAL_SECRET : APPROVAL_SECRET.toReversed()
  const signature = unblind(poll.key, token, first.signature, blinded.inverse)
  const ballotFor = (choices: string[]): SecretBallot => ({ token: token.toString('base64url'), signature, choices })
  const answer = await handIn(poll, ballotFor([choice ?? 'for']), cast)
  const receipt = createHash('sha256').update(token).digest('base64url')
  if (answer.receipt !== receipt) return refuse(cast, answer.code)
  cast.acknowledged.set(receipt, choice ?? 'for')
  cast.answered += 1
  if (draw('handed in twice') >= REPEATED) return
  // A token counts once, whatever is handed in with it afterwards.
  cast.repeats += 1
  const again = await handIn(poll, ballotFor([draw('another') < 0.5 ? (choice ?? 'for') : (other ?? 'for')]), cast)
  if (again.receipt !== answer.receipt) cast.contradictions += 1
}

function refuse(cast: SecretCast, code: string): void {
  cast.refused.set(code, (cast.refused.get(code) ?? 0) + 1)
  cast.answered += 1
}

async function take(
  device: Device,
  { meetingId, pollId }: SecretPoll,
  { message }: Blinded,
): Promise<{ signature?: string; code: string }> {
  const result = await device.request('takeBallot', { meetingId, pollId, blinded: message })
  return result.ok ? { signature: result.value.blindSignature, code: '' } : { code: result.error.code }
}

/** As a browser without a session; until it is answered by one who knows. */
async function handIn(
  { url, meetingId, pollId }: SecretPoll,
  ballot: SecretBallot,
  cast: SecretCast,
): Promise<{ receipt?: string; code: string }> {
  for (;;) {
    const response = await fetch(`${url}/api/v1/meetings/${meetingId}/polls/${pollId}/ballots`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ballot),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => null)
    if (response && response.status < 500 && response.status !== 429) {
      const body = (await response.json().catch(() => null)) as { receipt?: string; code?: string } | null
      if (body) return { ...body, code: body.code ?? '' }
    }
    cast.askedAgain += 1
    await delay(RETRY_MS)
  }
}

export interface SecretFaults {
  /** Acknowledged, and not in the list. */
  lost: string[]
  doubled: string[]
  /** In the list without an acknowledgement. */
  unasked: string[]
  contradictions: number
  /** Figures, ballots and receipts do not agree with each other, or with what was handed in. */
  sumWrong: boolean
  /** Who took a ballot is not who is said to have taken one. */
  takersWrong: boolean
}

export const noSecretFaults: SecretFaults = {
  lost: [],
  doubled: [],
  unasked: [],
  contradictions: 0,
  sumWrong: false,
  takersWrong: false,
}

export function secretFaultsOf({ secret, tallies }: PollOutcome, cast: SecretCast): SecretFaults {
  const { receipts = [], ballots = [], participants = [] } = secret ?? {}
  const listed = new Set(receipts)
  const chosen = [...cast.acknowledged.values()]
  const sums = APPROVAL_SECRET.every((option) => {
    const wanted = chosen.filter((choice) => choice === option).length
    return tallies[option] === wanted && ballots.filter(([choice]) => choice === option).length === wanted
  })
  return {
    lost: [...cast.acknowledged.keys()].filter((receipt) => !listed.has(receipt)),
    doubled: [...Map.groupBy(receipts, (receipt) => receipt)]
      .filter(([, times]) => times.length > 1)
      .map(([receipt]) => receipt),
    unasked: receipts.filter((receipt) => !cast.acknowledged.has(receipt)),
    contradictions: cast.contradictions,
    sumWrong: !sums || ballots.length !== receipts.length,
    takersWrong: participants.length !== cast.takers.size || participants.some((id) => !cast.takers.has(id)),
  }
}
