// Ballot boxes that do not keep the secret, each by one carelessness that works just as well and that nobody would see by using it. The test
// that finds nothing in the real box must find these.
import { randomUUID } from 'node:crypto'
import { type BallotBox, ballotBox } from '../../voting/secret/ballotBox.ts'
import type { SecretBox } from '../../voting/secretBox.ts'

type Box = SecretBox & BallotBox

/** Ballots lie in the order in which they were put in, and so they come out. */
const keepsOrder: Partial<Box> = {
  async cast(sql, meetingId, pollId, ballots) {
    let count = 0
    for (const { receipt, choices } of ballots) {
      count = await sql.$executeRaw`
        update secret_box set
          receipts = case when ${receipt}::text = any (receipts) then receipts else receipts || ${receipt}::text end,
          ballots = case when ${receipt}::text = any (receipts) then ballots else ballots || ${choices}::text end
        where meeting_id = ${meetingId}::uuid and poll_id = ${pollId}::uuid`
    }
    return count > 0
  },
  async takeOut(sql, meetingId, pollId) {
    const rows = await sql.$queryRaw<{ participants: string[]; receipts: string[]; ballots: string[] }[]>`
      select array(select jsonb_object_keys(participants)) as participants, receipts, ballots from secret_box
      where meeting_id = ${meetingId}::uuid and poll_id = ${pollId}::uuid for update`
    const { participants = [], receipts = [], ballots = [] } = rows[0] ?? {}
    const inOrder = ballots.map((choices) => JSON.parse(choices) as string[])
    return { participants, receipts: receipts.toSorted(), ballots: inOrder }
  },
}

/**
 * Ballots go through the command pipeline like everything else: the row that makes a repeat harmless has the member, the command's id and,
 * for its body's hash, the receipt. Who casts is known here from the order of taking, as a session would tell it.
 */
function receiptByCommand(real: Box): Partial<Box> {
  const sessions = new Map<string, string[]>()
  return {
    async take(sql, meetingId, pollId, takers) {
      sessions.set(pollId, [...(sessions.get(pollId) ?? []), ...takers.map(({ memberId }) => memberId)])
      return real.take(sql, meetingId, pollId, takers)
    },
    async cast(sql, meetingId, pollId, ballots) {
      for (const { receipt } of ballots) {
        const memberId = sessions.get(pollId)?.shift() ?? null
        await sql.$executeRaw`
          insert into command_noop (stream_id, command_id, actor_id, body_hash, seq, at)
          values (${meetingId}::uuid, ${randomUUID()}::uuid, ${memberId}::uuid, ${receipt}, 1, now())`
      }
      return real.cast(sql, meetingId, pollId, ballots)
    },
  }
}

const boxes = { honest: () => ({}), keepsOrder: () => keepsOrder, receiptByCommand }
export type BoxName = keyof typeof boxes

/** For the whole process. */
export function putInPlace(name: BoxName): void {
  Object.assign(ballotBox, boxes[name]({ ...ballotBox }))
}
