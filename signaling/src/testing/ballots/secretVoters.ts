// Voters of a secret poll on the bare log, one call for each step, so that tests can do them in any order and wrongly.
import { randomBytes } from 'node:crypto'
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type { SecretBallot } from '@hoi-truong/shared/voting'
import { ballotBox } from '../../voting/secret/ballotBox.ts'
import { SecretPolls } from '../../voting/secret/SecretPolls.ts'
import type { TestMeetings } from '../meetings.ts'
import { member } from '../signaling.ts'
import { type BallotKey, type Blinded, blind, readBallotKey, unblind } from './blinding.ts'
import { publicKeyOf } from './poll.ts'

interface Envelope {
  token: Buffer
  blinded: Blinded
}

type Node = 0 | 1

export interface SecretVoters {
  key: BallotKey
  envelope: () => Envelope
  /** The blind signature, or why not. */
  take: (who: string, envelope: Envelope, node?: Node) => Promise<string>
  /** The token with its signature; must go well. */
  ballotOf: (who: string, envelope?: Envelope) => Promise<Omit<SecretBallot, 'choices'>>
  /** The receipt, or why not. */
  cast: (ballot: Omit<SecretBallot, 'choices'>, choices: string[], node?: Node) => Promise<string>
}

const heard = (answer: Promise<string>): Promise<string | ErrorCode> =>
  answer.catch((error: unknown) => {
    if (error instanceof AppError) return error.code
    throw error
  })

/** Of a poll that is open. */
export async function secretVoters({ log }: TestMeetings, meetingId: string, pollId: string): Promise<SecretVoters> {
  const polls = log.nodes.map(
    ({ database, cache }) => new SecretPolls({ database, cache, box: ballotBox, onTaken: () => undefined }),
  )
  const key = readBallotKey(await publicKeyOf(log.nodes[0].database, meetingId, pollId))
  const place = { meetingId, pollId }
  const at = (node: Node): SecretPolls => polls[node] as SecretPolls
  const envelope = (): Envelope => {
    const token = randomBytes(32)
    return { token, blinded: blind(key, token) }
  }
  return {
    key,
    envelope,
    take: (who, { blinded }, node = 0) => heard(at(node).take(member(who), place, blinded.message)),
    ballotOf: async (who, own = envelope()) => {
      const blindSignature = await at(0).take(member(who), place, own.blinded.message)
      const signature = unblind(key, own.token, blindSignature, own.blinded.inverse)
      return { token: own.token.toString('base64url'), signature }
    },
    cast: (ballot, choices, node = 0) => heard(at(node).cast(place, { ...ballot, choices })),
  }
}
