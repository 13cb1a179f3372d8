// What is told of a running poll beside the log (ADR 0016).
import { z } from 'zod'
import { choicesSchema, type PaperCount, type Tallies } from './schema.ts'

/** Pushed to everybody who follows the meeting while a poll is open, paced. */
export interface PollProgress {
  pollId: string
  /** Who has voted, is counted at a site or (secret) has taken a ballot. */
  voted: number
  /** The electorate. */
  of: number
  /** Only where the chair chose so before the opening. */
  tallies: Tallies | null
  /** Sites whose hands are counted, and those whose count has to be taken again because somebody came or went. */
  counted: string[]
  stale: string[]
}

export interface SiteStanding {
  siteId: string
  /** Of the electorate who are there now and have not voted alone: no count may exceed it. */
  mayVote: number
  /** For whoever may count there, the chair and the minutes secretary; null for others and while nothing is entered. */
  tallies: Tallies | null
  counted: boolean
  /** People came or went since: it has to be counted again. */
  stale: boolean
}

export interface PaperStanding {
  /** How often figures were entered; 0: not yet. */
  revision: number
  /** For tellers, and for the chair once they are confirmed. */
  count: PaperCount | null
  enteredBy: string | null
  confirmedBy: string | null
}

/** Where a poll stands, as far as the one who asks may know. */
export interface PollStanding extends PollProgress {
  own: {
    /** In the electorate. */
    mayVote: boolean
    /** The vote in an open poll that counts as things stand. */
    choices: string[] | null
    /** Secret: a ballot was taken (and, as far as anybody knows, cast or not). */
    ballotTaken: boolean
    /** The site whose hands count this member; from the own device it is refused then. */
    countedAt: string | null
  }
  /** For chair and minutes secretary: who has not voted or not taken a ballot, in roll order. */
  missing: string[] | null
  sites: SiteStanding[]
  paper: PaperStanding | null
}

/**
 * A secret ballot from a device, `POST /api/v1/meetings/:meetingId/polls/:pollId/ballots`: sent without session and without command id.
 */
export const secretBallotSchema = z.strictObject({
  /** 32 random bytes made by the voter's device, as base64url; the receipt is its SHA-256. */
  token: z.base64url().length(43),
  /** Unblinded (RFC 9474, RSABSSA-SHA384-PSS-Deterministic over the token's bytes), as base64url. */
  signature: z.base64url().length(342),
  choices: choicesSchema,
})
export type SecretBallot = z.infer<typeof secretBallotSchema>

/** The same for a repeat, whatever it chooses: a token counts once. */
export const ballotReceiptSchema = z.object({ receipt: z.string() })
