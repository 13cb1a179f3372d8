// What people have handed in while a poll is open: votes from own devices, hands counted at sites, the tellers' figures. Beside the stream
// (ADR 0016), in its transactions.
import type { PaperCount, HandCount as SiteCount } from '@hoi-truong/shared/voting'

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
