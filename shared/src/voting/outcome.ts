// What came out of a poll: figures as integers, where they come from, and what they decide (DOMAIN 2.4).
import type { VotingBase } from '../rules/votingBase.ts'
import type { Threshold } from '../rules/votingRules.ts'
import type { PaperCount, PollQuestion, Tallies } from './schema.ts'

/** A site's hands. */
export interface SiteTallies {
  siteId: string
  /** How many of the electorate were there and had not voted alone. */
  mayVote: number
  tallies: Tallies
}

export interface SecretBallots {
  /** Who took a ballot, in roll order. */
  participants: string[]
  /** Of the ballots that were cast, sorted: shows that one is among them, never what it says. */
  receipts: string[]
  /** What the ballots say, in random order. */
  ballots: string[][]
}

export interface Elected {
  /** With more than the threshold of the base, by votes; at most as many as were to be elected. */
  elected: string[]
  /** Equal at the last place: none of them is elected, a further vote decides. */
  tied: string[]
}

export type Verdict =
  | { kind: 'approval'; passed: boolean }
  | ({ kind: 'election' } & Elected)
  /** Figures only. */
  | { kind: 'opinion' }

export interface PollOutcome {
  /** By option id, of all sources together; every option is there. */
  tallies: Tallies
  /** Open polls: who chose what on an own device, by option id, in roll order. */
  votes: Record<string, string[]> | null
  /** Open polls: the hands, site by site. */
  sites: SiteTallies[]
  paper: (PaperCount & { tellerIds: string[] }) | null
  secret: SecretBallots | null
  /** Of the electorate: who has neither voted nor been counted at a site, nor handed in a ballot. */
  notVoted: number
  verdict: Verdict
}

export interface Decided {
  question: PollQuestion
  base: VotingBase
  threshold: Threshold | null
}
