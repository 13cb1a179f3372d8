// Secret polls that really happen, with what nobody may find out afterwards: who cast which ballot and who holds which receipt. Every voter
// chooses something else, so that each right guess is seen, and all cast in the order in which they took, one after the other: nobody can
// give an order more of a chance to be seen.
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Database } from '../../database/client.ts'
import { blind, readBallotKey, unblind } from '../ballots/blinding.ts'
import type { Device } from '../ballots/device.ts'
import { closePoll, openPoll, publicKeyOf } from '../ballots/poll.ts'

export interface VotedPoll {
  pollId: string
  /** What the log publishes at the end. */
  participants: string[]
  receipts: string[]
  /** By option id. */
  ballots: string[]
  /** By member id: the truth. */
  chosen: ReadonlyMap<string, string>
  held: ReadonlyMap<string, string>
  /** What was sent, and may be found nowhere. */
  tokens: string[]
}

export interface Voters {
  url: string
  database: Database
  meetingId: string
  /** The first chairs. */
  devices: readonly Device[]
  /** As the roll of the meeting has them. */
  roll: readonly string[]
}

function shuffled<T>(list: readonly T[]): T[] {
  const rest = [...list]
  return list.map(() => rest.splice(randomInt(rest.length), 1)[0] as T)
}

interface Seal {
  memberId: string
  token: Buffer
  signature: string
  optionId: string
}

/** @param called whether people vote one after the other as the list has them, or as they please */
export async function votePoll(
  { url, database, meetingId, devices, roll }: Voters,
  called: boolean,
): Promise<VotedPoll> {
  const [chair] = devices
  if (!chair) throw new Error('nobody votes')
  const options = devices.map((_, index) => ({ optionId: randomUUID(), label: `Phương án ${index + 1}` }))
  const question = { matter: 'opinion' as const, options }
  const pollId = await openPoll(chair, meetingId, 'electronic', question)
  const key = readBallotKey(await publicKeyOf(database, meetingId, pollId))
  const wishes = shuffled(options)
  const seals: Seal[] = []
  const inRollOrder = devices.toSorted((a, b) => roll.indexOf(a.memberId) - roll.indexOf(b.memberId))
  for (const [index, device] of (called ? inRollOrder : shuffled(devices)).entries()) {
    const token = randomBytes(32)
    const { message, inverse } = blind(key, token)
    const taken = await device.request('takeBallot', { meetingId, pollId, blinded: message })
    if (!taken.ok) throw new Error(`no ballot: ${taken.error.code}`)
    const signature = unblind(key, token, taken.value.blindSignature, inverse)
    seals.push({ memberId: device.memberId, token, signature, optionId: wishes[index]?.optionId ?? '' })
  }
  for (const { token, signature, optionId } of seals) {
    const response = await fetch(`${url}/api/v1/meetings/${meetingId}/polls/${pollId}/ballots`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: token.toString('base64url'), signature, choices: [optionId] }),
    })
    if (!response.ok) throw new Error(`a ballot was refused: ${await response.text()}`)
  }
  const { secret } = await closePoll(chair, database, meetingId, pollId)
  if (!secret) throw new Error('the poll was not secret')
  const receiptOf = (token: Buffer) => createHash('sha256').update(token).digest('base64url')
  return {
    pollId,
    participants: secret.participants,
    receipts: secret.receipts,
    ballots: secret.ballots.map(([optionId = '']) => optionId),
    chosen: new Map(seals.map(({ memberId, optionId }) => [memberId, optionId])),
    held: new Map(seals.map(({ memberId, token }) => [memberId, receiptOf(token)])),
    tokens: seals.flatMap(({ token, signature }) => [token.toString('base64url'), signature]),
  }
}
