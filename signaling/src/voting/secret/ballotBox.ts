// The box of a secret poll as the row that it is (ADR 0017): one statement for each batch locks it, puts in what is new, and leaves
// everything sorted, so that nothing in the table tells who came when or which ballot came with which token.
import { randomInt } from 'node:crypto'
import { isReadable, type LogEntry } from '@hoi-truong/shared/log'
import type { PollQuestion } from '@hoi-truong/shared/voting'
import type { Sql } from '../../database/client.ts'
import type { BoxContents, SecretBox } from '../secretBox.ts'
import { KeyPairs } from './keyPairs.ts'

/** A voter who takes a ballot: which blinded message it was, as its digest. */
export interface Taker {
  memberId: string
  blinded: string
}

export interface SealedBallot {
  receipt: string
  /** The choices as JSON, in the order of the question. */
  choices: string
}

export interface BallotBox {
  /** Each member once, the first message counts. Null: the box is gone. */
  take: (sql: Sql, meetingId: string, pollId: string, takers: readonly Taker[]) => Promise<Taken | null>
  /** Each receipt once. False: the box is gone. */
  cast: (sql: Sql, meetingId: string, pollId: string, ballots: readonly SealedBallot[]) => Promise<boolean>
}

export interface Taken {
  privateKey: string
  /** By member id, of those who asked: the digest of the message that counts. */
  blinded: Readonly<Record<string, string>>
}

interface BoxRow {
  participants: string[]
  receipts: string[]
  ballots: string[]
}

export const keyPairs = new KeyPairs()

/** Whether a poll is on its way that will want a key pair. */
export const preparesBox = (entry: LogEntry): boolean =>
  isReadable(entry) &&
  (entry.type === 'voting.prepared' || entry.type === 'voting.revised') &&
  (entry.payload as { question: PollQuestion }).question.method === 'electronic'

/** By the system's own source of chance, nobody's seed. */
function shuffled<T>(list: readonly T[]): T[] {
  const rest = [...list]
  return list.map(() => rest.splice(randomInt(rest.length), 1)[0] as T)
}

export const ballotBox: SecretBox & BallotBox = {
  newKeys: () => keyPairs.take(),

  async setUp(sql, { meetingId, pollId, privateKey }) {
    await sql.$executeRaw`
      insert into secret_box (meeting_id, poll_id, private_key) values (${meetingId}::uuid, ${pollId}::uuid, ${privateKey})`
  },

  async take(sql, meetingId, pollId, takers) {
    // Of two messages by one member the earlier one stands: in a batch the last key of an object wins, in the box the one that is there.
    const asked = Object.fromEntries(takers.toReversed().map(({ memberId, blinded }) => [memberId, blinded]))
    const rows = await sql.$queryRaw<Taken[]>`
      update secret_box set participants = ${JSON.stringify(asked)}::jsonb || participants
      where meeting_id = ${meetingId}::uuid and poll_id = ${pollId}::uuid
      returning private_key as "privateKey", (
        select jsonb_object_agg(member_id, participants -> member_id) from unnest(${Object.keys(asked)}::text[]) as member_id
      ) as blinded`
    return rows[0] ?? null
  },

  async cast(sql, meetingId, pollId, ballots) {
    const fresh = JSON.stringify([...new Map(ballots.toReversed().map((ballot) => [ballot.receipt, ballot])).values()])
    const count = await sql.$executeRaw`
      update secret_box set
        receipts = array(
          select receipt from (
            select unnest(secret_box.receipts)
            union select receipt from jsonb_to_recordset(${fresh}::jsonb) as given (receipt text)
          ) as every (receipt) order by receipt collate "C"),
        ballots = array(
          select choices from (
            select unnest(secret_box.ballots)
            union all select choices from jsonb_to_recordset(${fresh}::jsonb) as given (receipt text, choices text)
              where receipt <> all (secret_box.receipts)
          ) as every (choices) order by choices collate "C")
      where meeting_id = ${meetingId}::uuid and poll_id = ${pollId}::uuid`
    return count > 0
  },

  async takeOut(sql, meetingId, pollId): Promise<BoxContents> {
    const rows = await sql.$queryRaw<BoxRow[]>`
      select array(select jsonb_object_keys(participants)) as participants, receipts, ballots from secret_box
      where meeting_id = ${meetingId}::uuid and poll_id = ${pollId}::uuid for update`
    const box = rows[0]
    if (!box) throw new Error('a secret poll is open and has no box')
    const { participants, receipts, ballots } = box
    return { participants, receipts, ballots: shuffled(ballots.map((choices) => JSON.parse(choices) as string[])) }
  },

  async destroy(sql, meetingId, pollIds) {
    await sql.$executeRaw`
      delete from secret_box where meeting_id = ${meetingId}::uuid and poll_id = any(${[...pollIds]}::uuid[])`
  },
}
