// The votes of an open poll so far, for whoever counts: those in the table and those that came in the same batch.
import type { Sql } from '../database/client.ts'
import { type FreshVote, votesOf } from './papers.ts'

/** By member id: the choices that count as things stand. */
export type Votes = ReadonlyMap<string, readonly string[]>

/** Under the stream's lock nothing changes them meanwhile. */
export async function savedVotes(sql: Sql, meetingId: string, pollId: string): Promise<Votes> {
  const rows = await sql.$queryRaw<{ votes: Record<string, string[]> }[]>`
    select coalesce(jsonb_object_agg(member_id, to_jsonb(choices)), '{}'::jsonb) as votes
    from poll_vote where meeting_id = ${meetingId}::uuid and poll_id = ${pollId}::uuid`
  return new Map(Object.entries(rows[0]?.votes ?? {}))
}

export function withFresh(saved: Votes, fresh: FreshVote | null, pollId: string): Votes {
  const votes = new Map(saved)
  // The earliest first, so that the latest one stands.
  for (const vote of votesOf(fresh).reverse()) if (vote.pollId === pollId) votes.set(vote.memberId, vote.choices)
  return votes
}
