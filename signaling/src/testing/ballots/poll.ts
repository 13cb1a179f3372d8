// A poll over a device of whoever chairs, from its preparation to what came out.
import { randomUUID } from 'node:crypto'
import { isReadable } from '@hoi-truong/shared/log'
import type { PollMethod, PollOutcome, PollQuestion } from '@hoi-truong/shared/voting'
import type { Sql } from '../../database/client.ts'
import { readEvents } from '../../log/streamRows.ts'
import { command } from '../signaling.ts'
import type { Device } from './device.ts'

async function must(chair: Device, type: string, meetingId: string, payload: unknown): Promise<void> {
  const answer = await chair.give(command(type, meetingId, payload))
  if (answer !== 'ok') throw new Error(`${type}: ${answer}`)
}

/** Of an ordinary matter, open to be voted in. */
export async function openPoll(
  chair: Device,
  meetingId: string,
  method: PollMethod = 'open',
  more: Partial<PollQuestion> = {},
): Promise<string> {
  const pollId = randomUUID()
  const question = {
    pollId,
    itemId: null,
    matter: method === 'open' ? 'ordinary' : 'rating',
    method,
    title: 'Thông qua nội dung thử nghiệm',
    options: [],
    maxChoices: 1,
    showTallies: false,
    tellerIds: [],
    repeats: null,
    ...more,
  }
  await must(chair, 'voting.prepare', meetingId, { question })
  await must(chair, 'voting.open', meetingId, { pollId, basedOn: 1 })
  return pollId
}

/** Closed and announced: the outcome as it stands in the log. */
export async function closePoll(chair: Device, sql: Sql, meetingId: string, pollId: string): Promise<PollOutcome> {
  await must(chair, 'voting.close', meetingId, { pollId, leaveOut: [] })
  await must(chair, 'voting.announce', meetingId, { pollId })
  return (await last<{ outcome: PollOutcome }>(sql, meetingId, 'voting.announced', pollId)).outcome
}

/** Of a secret poll on devices that is open, or was. */
export async function publicKeyOf(sql: Sql, meetingId: string, pollId: string): Promise<string> {
  const { publicKey } = await last<{ publicKey: string | null }>(sql, meetingId, 'voting.opened', pollId)
  if (publicKey === null) throw new Error('the poll has no key')
  return publicKey
}

async function last<T>(sql: Sql, meetingId: string, type: string, pollId: string): Promise<T> {
  for (const entry of (await readEvents(sql, meetingId, 0)).toReversed()) {
    if (!isReadable(entry) || entry.type !== type) continue
    const payload = entry.payload as T & { pollId: string }
    if (payload.pollId === pollId) return payload
  }
  throw new Error(`there is no ${type} of this poll in the log`)
}
