// Polls as a table, for records and for questions over many meetings. Of a result it says nothing before everybody may know it.
import type { LogEvent } from '@hoi-truong/shared/log'
import type { Poll, VotingState } from '@hoi-truong/shared/voting'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'

const ofVoting = (type: string): boolean => type.startsWith('voting.')

function pollIdOf({ payload }: LogEvent): string {
  const { pollId, question } = payload as { pollId?: string; question?: { pollId: string } }
  return pollId ?? question?.pollId ?? ''
}

const passedOf = ({ outcome }: Poll): boolean | null =>
  outcome?.verdict.kind === 'approval' ? outcome.verdict.passed : null

const rowOf = (poll: Poll, position: number) => ({
  poll_id: poll.question.pollId,
  position,
  item_id: poll.question.itemId,
  matter: poll.question.matter,
  method: poll.question.method,
  title: poll.question.title,
  stage: poll.stage,
  opened_at: poll.openedAt,
  closed_at: poll.closedAt,
  announced_at: poll.announcedAt,
  base: poll.frozen?.base.base ?? null,
  electorate: poll.frozen?.electorate.length ?? null,
  passed: passedOf(poll),
  outcome: poll.outcome,
  repeats: poll.question.repeats,
})

async function projectPolls(sql: Sql, meetingId: string, events: readonly LogEvent[], { polls }: VotingState) {
  const discarded = events.filter(({ type }) => type === 'voting.discarded').map(pollIdOf)
  if (discarded.length > 0)
    await sql.$executeRaw`
      delete from poll where meeting_id = ${meetingId}::uuid and poll_id = any(${discarded}::uuid[])`
  const named = new Set(events.filter(({ type }) => ofVoting(type)).map(pollIdOf))
  // Where one is gone, the others move up.
  const rows = polls.map(rowOf).filter((row) => discarded.length > 0 || named.has(row.poll_id))
  if (rows.length === 0) return
  // Those that are open last: one is over before the next begins, and the table takes no two that are on.
  await sql.$executeRaw`
    insert into poll
    select ${meetingId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      poll_id uuid, position integer, item_id uuid, matter text, method text, title text, stage text, opened_at timestamptz,
      closed_at timestamptz, announced_at timestamptz, base integer, electorate integer, passed boolean, outcome jsonb, repeats uuid)
    order by r.stage = 'open'
    on conflict (meeting_id, poll_id) do update set position = excluded.position, item_id = excluded.item_id,
      matter = excluded.matter, method = excluded.method, title = excluded.title, stage = excluded.stage,
      opened_at = excluded.opened_at, closed_at = excluded.closed_at, announced_at = excluded.announced_at, base = excluded.base,
      electorate = excluded.electorate, passed = excluded.passed, outcome = excluded.outcome, repeats = excluded.repeats`
}

export const votingProjection = defineProjection<'meeting'>({
  stream: 'meeting',
  apply: async (sql, meetingId, events, state) => {
    if (events.some(({ type }) => ofVoting(type))) await projectPolls(sql, meetingId, events, state.everyone.voting)
  },
})
