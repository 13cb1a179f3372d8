// What people have handed in while a poll is open: votes from own devices, hands counted at sites, the tellers' figures. Beside the stream
// (ADR 0016), in its transactions: a batch loads the counts, adds what it is given, and saves that with one statement for each kind.
import type { PaperCount, HandCount as SiteCount } from '@hoi-truong/shared/voting'
import type { Sql } from '../database/client.ts'
import type { SideState } from '../log/sideState.ts'
import { saveHands, savePapers, saveVotes } from './paperRows.ts'
import { ballotBox } from './secret/ballotBox.ts'

export type HandCount = SiteCount & { pollId: string }

export interface PaperFigures {
  pollId: string
  /** How often figures were entered. */
  revision: number
  count: PaperCount
  enteredBy: string
  confirmedBy: string | null
}

/** Given in this batch; of several by one member the first in this list counts. A list, as two thousand may come at once. */
export interface FreshVote {
  pollId: string
  memberId: string
  choices: readonly string[]
  earlier: FreshVote | null
}

export interface PollPapers {
  hands: readonly HandCount[]
  papers: readonly PaperFigures[]
  /** The latest one. Votes of earlier batches stay in the table until somebody counts them (votes.ts). */
  fresh: FreshVote | null
  /** Boxes that this batch sets up. */
  boxes: readonly { pollId: string; privateKey: string }[]
  /** Polls that this batch closes or cancels: nothing of theirs stays here. */
  ended: readonly string[]
}

export const votesOf = (votes: FreshVote | null): FreshVote[] => {
  const list: FreshVote[] = []
  for (let vote = votes; vote; vote = vote.earlier) list.push(vote)
  return list
}

export const withVote = (papers: PollPapers, vote: Omit<FreshVote, 'earlier'>): PollPapers => ({
  ...papers,
  fresh: { ...vote, earlier: papers.fresh },
})

export const withHands = (papers: PollPapers, count: HandCount): PollPapers => ({
  ...papers,
  hands: [...papers.hands.filter(({ pollId, siteId }) => pollId !== count.pollId || siteId !== count.siteId), count],
})

export const withFigures = (papers: PollPapers, figures: PaperFigures): PollPapers => ({
  ...papers,
  papers: [...papers.papers.filter(({ pollId }) => pollId !== figures.pollId), figures],
})

export const without = (papers: PollPapers, pollId: string): PollPapers => ({
  ...papers,
  hands: papers.hands.filter((count) => count.pollId !== pollId),
  papers: papers.papers.filter((figures) => figures.pollId !== pollId),
  ended: [...papers.ended, pollId],
})

export const handsOf = ({ hands }: PollPapers, pollId: string): HandCount[] =>
  hands.filter((count) => count.pollId === pollId)

export const figuresOf = ({ papers }: PollPapers, pollId: string): PaperFigures | undefined =>
  papers.find((figures) => figures.pollId === pollId)

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
