// The statements that keep what was handed in: one for each kind, however many there are of it.
import type { Sql } from '../database/client.ts'
import type { FreshVote, HandCount, PaperFigures } from './papers.ts'

/** @param votes the latest first: of several by one member that one counts */
export async function saveVotes(sql: Sql, meetingId: string, votes: readonly FreshVote[]): Promise<void> {
  if (votes.length === 0) return
  const latest = new Map<string, object>()
  for (const { pollId, memberId, choices } of votes) {
    const key = `${pollId} ${memberId}`
    if (!latest.has(key)) latest.set(key, { poll_id: pollId, member_id: memberId, choices })
  }
  await sql.$executeRaw`
    insert into poll_vote (meeting_id, poll_id, member_id, choices)
    select ${meetingId}::uuid, r.poll_id, r.member_id, r.choices
    from jsonb_to_recordset(${JSON.stringify([...latest.values()])}::jsonb) as r (poll_id uuid, member_id uuid, choices text[])
    on conflict (meeting_id, poll_id, member_id) do update set choices = excluded.choices
    where poll_vote.choices <> excluded.choices`
}

export async function saveHands(sql: Sql, meetingId: string, counts: readonly HandCount[]): Promise<void> {
  if (counts.length === 0) return
  const rows = counts.map(({ pollId, siteId, covered, tallies }) => ({
    poll_id: pollId,
    site_id: siteId,
    covered,
    tallies,
  }))
  await sql.$executeRaw`
    insert into poll_hand_count (meeting_id, poll_id, site_id, covered, tallies)
    select ${meetingId}::uuid, r.poll_id, r.site_id, r.covered, r.tallies
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (poll_id uuid, site_id uuid, covered uuid[], tallies jsonb)
    on conflict (meeting_id, poll_id, site_id) do update set covered = excluded.covered, tallies = excluded.tallies`
}

export async function savePapers(sql: Sql, meetingId: string, papers: readonly PaperFigures[]): Promise<void> {
  if (papers.length === 0) return
  const rows = papers.map(({ pollId, revision, count, enteredBy, confirmedBy }) => ({
    poll_id: pollId,
    revision,
    figures: count,
    entered_by: enteredBy,
    confirmed_by: confirmedBy,
  }))
  await sql.$executeRaw`
    insert into poll_paper_count (meeting_id, poll_id, revision, figures, entered_by, confirmed_by)
    select ${meetingId}::uuid, r.poll_id, r.revision, r.figures, r.entered_by, r.confirmed_by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      poll_id uuid, revision integer, figures jsonb, entered_by uuid, confirmed_by uuid)
    on conflict (meeting_id, poll_id) do update set revision = excluded.revision, figures = excluded.figures,
      entered_by = excluded.entered_by, confirmed_by = excluded.confirmed_by`
}
