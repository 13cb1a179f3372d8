// Keeps what was handed in: a batch loads the counts, adds what it is given, and saves that with one statement for each kind.
import type { Sql } from '../database/client.ts'
import type { SideState } from '../log/sideState.ts'
import { saveHands, savePapers, saveVotes } from './paperRows.ts'
import { type HandCount, type PaperFigures, type PollPapers, votesOf } from './papers.ts'
import { ballotBox } from './secret/ballotBox.ts'

async function load(sql: Sql, meetingId: string): Promise<PollPapers> {
  const rows = await sql.$queryRaw<{ hands: HandCount[]; papers: PaperFigures[] }[]>`
    select coalesce((
      select jsonb_agg(jsonb_build_object('pollId', poll_id, 'siteId', site_id, 'covered', covered, 'tallies', tallies))
      from poll_hand_count where meeting_id = ${meetingId}::uuid
    ), '[]'::jsonb) as hands, coalesce((
      select jsonb_agg(jsonb_build_object('pollId', poll_id, 'revision', revision, 'count', figures, 'enteredBy', entered_by,
        'confirmedBy', confirmed_by))
      from poll_paper_count where meeting_id = ${meetingId}::uuid
    ), '[]'::jsonb) as papers`
  const row = rows[0]
  if (!row) throw new Error('what was handed in did not answer')
  return { ...row, fresh: null, boxes: [], ended: [] }
}

async function remove(sql: Sql, meetingId: string, pollIds: readonly string[]): Promise<void> {
  await sql.$executeRaw`
    with votes as (
      delete from poll_vote where meeting_id = ${meetingId}::uuid and poll_id = any(${[...pollIds]}::uuid[])
    ), hands as (
      delete from poll_hand_count where meeting_id = ${meetingId}::uuid and poll_id = any(${[...pollIds]}::uuid[])
    )
    delete from poll_paper_count where meeting_id = ${meetingId}::uuid and poll_id = any(${[...pollIds]}::uuid[])`
}

export const pollPapers: SideState<PollPapers> = {
  load,
  async save(sql, meetingId, before, { hands, papers, fresh, boxes, ended }) {
    const known = new Set<object>([...before.hands, ...before.papers])
    await saveVotes(
      sql,
      meetingId,
      votesOf(fresh).filter(({ pollId }) => !ended.includes(pollId)),
    )
    await saveHands(
      sql,
      meetingId,
      hands.filter((count) => !known.has(count)),
    )
    await savePapers(
      sql,
      meetingId,
      papers.filter((figures) => !known.has(figures)),
    )
    for (const { pollId, privateKey } of boxes)
      if (!ended.includes(pollId)) await ballotBox.setUp(sql, { meetingId, pollId, privateKey })
    if (ended.length === 0) return
    await remove(sql, meetingId, ended)
    await ballotBox.destroy(sql, meetingId, ended)
  },
}
