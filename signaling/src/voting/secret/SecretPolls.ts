// Secret polls on devices from both sides of the wall: somebody who is known takes a ballot, somebody who is not casts one. Neither goes
// through the command pipeline, whose ids and no-op rows would stand beside them; nothing here is logged or counted.
import type { KeyObject } from 'node:crypto'
import { AppError } from '@hoi-truong/shared/errors'
import {
  choicesFault,
  findPoll,
  mostChoices,
  optionIdsOf,
  type Poll,
  type SecretBallot,
} from '@hoi-truong/shared/voting'
import { type Database, translateDatabaseError } from '../../database/client.ts'
import { requireMeetingRole } from '../../log/authorize.ts'
import { asMeeting, type StreamCache, type StreamSnapshot } from '../../log/streamCache.ts'
import type { Everyone } from '../pollRules.ts'
import { BatchQueue } from './BatchQueue.ts'
import type { BallotBox, SealedBallot, Taken, Taker } from './ballotBox.ts'
import { assertSignable, blindSign, digestOf, isSigned } from './blindSignature.ts'
import { privateKeyFrom, publicKeyFrom } from './keyPairs.ts'
import { assertTakes } from './takes.ts'

interface Parts {
  database: Database
  cache: StreamCache
  box: BallotBox
  /** Ballots were taken: how many have one is told beside the log. */
  onTaken: (meetingId: string) => void
}

export interface PollPlace {
  meetingId: string
  pollId: string
}

interface Blinded {
  memberId: string
  message: Buffer
}

/** Longer than that at a stretch and everybody else waits. */
const SIGNED_AT_A_STRETCH = 8

export class SecretPolls {
  readonly #parts: Parts
  readonly #takes = new BatchQueue<Blinded, string>((place, batch) => this.#sign(placeOf(place), batch))
  readonly #casts = new BatchQueue<SecretBallot, string>((place, batch) => this.#collect(placeOf(place), batch))

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * @param blinded base64url
   * @returns the blind signature as base64url; for the same message always the same one
   * @throws AppError BALLOT_TAKEN, BALLOT_INVALID, POLL_CLOSED, VOTE_NOT_PRESENT and the like
   */
  take(memberId: string, place: PollPlace, blinded: string): Promise<string> {
    return this.#takes.ask(keyOf(place), { memberId, message: Buffer.from(blinded, 'base64url') })
  }

  /** @returns the receipt @throws AppError BALLOT_INVALID, VOTE_CHOICES_WRONG, POLL_CLOSED, POLL_UNKNOWN */
  async cast(place: PollPlace, ballot: SecretBallot): Promise<string> {
    try {
      return await this.#casts.ask(keyOf(place), ballot)
    } catch (error) {
      const refusal = translateDatabaseError(error)
      // Without its cause, which is logged and may quote what was cast. A fault of the database has a code of its own, which is none of ours.
      throw refusal instanceof AppError ? new AppError(refusal.code, refusal.params) : new AppError('INTERNAL')
    }
  }

  async #sign({ meetingId, pollId }: PollPlace, batch: readonly Blinded[]): Promise<(string | AppError)[]> {
    const { database, cache, box, onTaken } = this.#parts
    const { everyone } = asMeeting(await readKept(database, cache, meetingId)).state
    const poll = findPoll(everyone.voting, pollId)
    const publicKey = poll?.frozen?.publicKey ? publicKeyFrom(poll.frozen.publicKey) : null
    const refusals = batch.map((one) => refusalOf(() => assertMayTake(everyone, poll, publicKey, one)))
    const takers = batch.flatMap(({ memberId, message }, index): Taker[] =>
      refusals[index] ? [] : [{ memberId, blinded: digestOf(message) }],
    )
    const taken = takers.length > 0 ? await box.take(database, meetingId, pollId, takers) : null
    if (taken) onTaken(meetingId)
    return signAll(batch, refusals, taken, publicKey)
  }

  async #collect({ meetingId, pollId }: PollPlace, batch: readonly SecretBallot[]): Promise<(string | AppError)[]> {
    const { database, cache, box } = this.#parts
    const poll = await readPoll(database, cache, meetingId, pollId)
    const publicKey = publicKeyFrom(poll.frozen.publicKey)
    const sealed = batch.map((ballot) => seal(poll, publicKey, ballot))
    const valid = sealed.filter((one): one is SealedBallot => !(one instanceof AppError))
    const isThere = valid.length === 0 || (await box.cast(database, meetingId, pollId, valid))
    return sealed.map((one) => {
      if (one instanceof AppError) return one
      return isThere ? one.receipt : new AppError('POLL_CLOSED')
    })
  }
}

const keyOf = ({ meetingId, pollId }: PollPlace): string => `${meetingId} ${pollId}`
const placeOf = (key: string): PollPlace => {
  const [meetingId = '', pollId = ''] = key.split(' ')
  return { meetingId, pollId }
}

/** On a node on which nobody gives commands the next batch would read the whole stream again. */
async function readKept(database: Database, cache: StreamCache, streamId: string): Promise<StreamSnapshot> {
  const snapshot = await cache.read(database, streamId)
  cache.keep(snapshot)
  return snapshot
}

type SecretPoll = Poll & { frozen: { publicKey: string } }

/** Whoever asks is nobody in particular, and learns nothing of meetings and other polls. @throws AppError POLL_UNKNOWN, POLL_CLOSED */
async function readPoll(
  database: Database,
  cache: StreamCache,
  meetingId: string,
  pollId: string,
): Promise<SecretPoll> {
  const snapshot = await readKept(database, cache, meetingId).catch((error: unknown) => {
    throw error instanceof AppError ? new AppError('POLL_UNKNOWN') : error
  })
  const poll = snapshot.kind === 'meeting' ? findPoll(asMeeting(snapshot).state.everyone.voting, pollId) : undefined
  if (!poll?.frozen?.publicKey) throw new AppError('POLL_UNKNOWN')
  if (poll.stage !== 'open') throw new AppError('POLL_CLOSED')
  return poll as SecretPoll
}

function assertMayTake(
  everyone: Everyone,
  poll: Poll | undefined,
  publicKey: KeyObject | null,
  { memberId, message }: Blinded,
): void {
  const actor = { kind: 'member', memberId, connectionId: null, nodeId: '' } as const
  requireMeetingRole(everyone.meeting, actor, 'voting.cast')
  assertTakes(everyone, poll, memberId)
  if (publicKey) assertSignable(publicKey, message)
}

function refusalOf(check: () => void): AppError | null {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

async function signAll(
  batch: readonly Blinded[],
  refusals: readonly (AppError | null)[],
  taken: Taken | null,
  publicKey: KeyObject | null,
): Promise<(string | AppError)[]> {
  const privateKey = taken && privateKeyFrom(taken.privateKey)
  const answers: (string | AppError)[] = []
  for (const [index, { memberId, message }] of batch.entries()) {
    const refusal = refusals[index]
    if (refusal) answers.push(refusal)
    else if (!taken || !privateKey || !publicKey) answers.push(new AppError('POLL_CLOSED'))
    else if (taken.blinded[memberId] !== digestOf(message)) answers.push(new AppError('BALLOT_TAKEN'))
    else answers.push(blindSign(privateKey, publicKey, message).toString('base64url'))
    if (index % SIGNED_AT_A_STRETCH === SIGNED_AT_A_STRETCH - 1) await new Promise(setImmediate)
  }
  return answers
}

function seal(
  { question }: SecretPoll,
  publicKey: KeyObject,
  { token, signature, choices }: SecretBallot,
): SealedBallot | AppError {
  const bytes = Buffer.from(token, 'base64url')
  if (!isSigned(publicKey, bytes, Buffer.from(signature, 'base64url'))) return new AppError('BALLOT_INVALID')
  if (choicesFault(question, choices)) return new AppError('VOTE_CHOICES_WRONG', { most: mostChoices(question) })
  // In the question's order: the one in which they were pressed would be a mark.
  const chosen = optionIdsOf(question).filter((option) => choices.includes(option))
  return { receipt: digestOf(bytes), choices: JSON.stringify(chosen) }
}
