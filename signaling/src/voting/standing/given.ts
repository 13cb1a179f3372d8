// What has been handed in to the polls that run in a meeting, read together with the fact that they run: one statement, so that the
// closing, which takes it all away, is either wholly before it or wholly after.
import type { HandCount, PaperCount } from '@hoi-truong/shared/voting'
import type { Sql } from '../../database/client.ts'

interface GivenPaper {
  revision: number
  figures: PaperCount
  enteredBy: string
  confirmedBy: string | null
}

export interface Given {
  pollId: string
  /** From own devices, by member. */
  votes: ReadonlyMap<string, readonly string[]>
  hands: readonly HandCount[]
  paper: GivenPaper | null
  /** Who has taken a secret ballot. */
  participants: ReadonlySet<string>
}

interface GivenRow {
  poll_id: string
  votes: Record<string, string[]>
  hands: HandCount[]
  paper: GivenPaper | null
  participants: string[]
}

export async function readGiven(sql: Sql, meetingId: string): Promise<Given[]> {
  const rows = await sql.$queryRaw<GivenRow[]>`
    select p.poll_id::text,
      (select coalesce(jsonb_object_agg(v.member_id, to_jsonb(v.choices)), '{}')
        from poll_vote v where v.meeting_id = p.meeting_id and v.poll_id = p.poll_id) as votes,
      (select coalesce(jsonb_agg(jsonb_build_object('siteId', h.site_id, 'covered', to_jsonb(h.covered), 'tallies', h.tallies)), '[]')
        from poll_hand_count h where h.meeting_id = p.meeting_id and h.poll_id = p.poll_id) as hands,
      (select jsonb_build_object('revision', c.revision, 'figures', c.figures, 'enteredBy', c.entered_by, 'confirmedBy', c.confirmed_by)
        from poll_paper_count c where c.meeting_id = p.meeting_id and c.poll_id = p.poll_id) as paper,
      array(select jsonb_object_keys(b.participants) from secret_box b
        where b.meeting_id = p.meeting_id and b.poll_id = p.poll_id) as participants
    from poll p where p.meeting_id = ${meetingId}::uuid and p.stage = 'open'`
  return rows.map(({ poll_id, votes, hands, paper, participants }) => ({
    pollId: poll_id,
    votes: new Map(Object.entries(votes)),
    hands,
    paper,
    participants: new Set(participants),
  }))
}
