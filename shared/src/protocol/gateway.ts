// What a browser and signaling say to each other over socket.io (namespace /). Every request is acknowledged with a Result.
import { z } from 'zod'
import { type ShownPage, shownPageSchema } from '../document/presentation.ts'
import type { ErrorCode, Result } from '../errors/index.ts'
import { type LogEntry, type Position, positionSchema } from '../log/index.ts'
import type { GrantReply } from '../media/index.ts'
import type { MeetingFigures } from '../monitoring/index.ts'
import type { PollProgress, PollStanding } from '../voting/index.ts'
import type { SiteCodeReply } from './http.ts'

/** Raised when old clients can no longer be served; they are then told to reload (PROTOCOL_OLD). */
export const PROTOCOL_VERSION = 3

export const gatewayHandshakeSchema = z.strictObject({
  protocol: z.int(),
  token: z.string().min(1).max(4096),
})

/** Ids are compared as text everywhere: of the two ways to write one, the lower case is the one that counts. */
const id = z.uuid().toLowerCase()

/** The client's wish, with an id of its own making so that a repeat is harmless (DESIGN 2). */
export const commandSchema = z.strictObject({
  id,
  type: z.string().min(1).max(64),
  streamId: id,
  payload: z.unknown(),
  /** Moment after which the command must not take effect any more (check-in, hand, floor, vote). */
  validUntil: z.iso.datetime().optional(),
})
export type Command = z.infer<typeof commandSchema>

/** `seq`: the stream's number after the command's last event; the stream may be another one when the command came late. */
export interface CommandReply {
  streamId: string
  seq: number
}

export const gatewayRequestSchemas = {
  command: commandSchema,
  /** Follow a stream; with `after`, get only what was missed. */
  subscribe: z.strictObject({ streamId: id, after: positionSchema.optional() }),
  unsubscribe: z.strictObject({ streamId: id }),
  /** A room grant for a member who has entered the meeting over this connection. */
  grant: z.strictObject({ meetingId: id }),
  /** The code that a site shows now, for whoever runs it. */
  siteCode: z.strictObject({ meetingId: id, siteId: id }),
  /** Be told of the meetings beneath an organization as they change (`figures`); ask for the view again after it. */
  watch: z.strictObject({ organizationId: id }),
  unwatch: z.strictObject({ organizationId: id }),
  /** By the presenter: this page, the pointer there. Passed on to everybody who follows the meeting, kept only as the last one. */
  showPage: z.strictObject({ meetingId: id, shown: shownPageSchema }),
  /** Where a poll stands, as far as the one who asks may know; again after `pollProgress` for whoever shows more than that. */
  pollStanding: z.strictObject({ meetingId: id, pollId: id }),
  /** Nhận phiếu: signs one blinded message for each voter of a secret poll on devices; the same one again, no other. */
  takeBallot: z.strictObject({ meetingId: id, pollId: id, blinded: z.base64url().length(342) }),
} as const

export type GatewayRequest = keyof typeof gatewayRequestSchemas
export type GatewayRequestBody<R extends GatewayRequest> = z.infer<(typeof gatewayRequestSchemas)[R]>

export type SyncReply = {
  streamId: string
  /** Server's clock (PostgreSQL), ISO; the client keeps the difference for `validUntil` and for running times. */
  now: string
  viewer: { memberId: string | null; bureau: boolean }
} & ({ kind: 'events'; entries: LogEntry[] } | { kind: 'snapshot'; position: Position; state: unknown })

export interface GatewayReplies {
  command: CommandReply
  subscribe: SyncReply
  unsubscribe: Record<string, never>
  grant: GrantReply
  siteCode: SiteCodeReply
  watch: Record<string, never>
  unwatch: Record<string, never>
  showPage: Record<string, never>
  pollStanding: PollStanding
  /** Base64url. */
  takeBallot: { blindSignature: string }
}

export type GatewayClientToServer = {
  [R in GatewayRequest]: (body: GatewayRequestBody<R>, ack: (result: Result<GatewayReplies[R]>) => void) => void
}

export interface GatewayServerToClient {
  /** A committed batch, as far as this viewer may read it; gap-free with what came before, else the client subscribes again. */
  events: (message: { streamId: string; entries: LogEntry[] }) => void
  /** Meetings beneath a watched organization have changed. */
  figures: (message: MeetingFigures) => void
  /** What this viewer may read has changed: subscribe again without `after`. */
  resync: (message: { streamId: string }) => void
  /**
   * Who is heard now, loudest first, for those who follow a meeting without being in its room; said again every few seconds while it goes
   * on. Never kept (DESIGN 2).
   */
  speakers: (message: { streamId: string; memberIds: string[] }) => void
  /** Where the presenter of a document is; said to whoever begins to follow as well. */
  pageShown: (message: { streamId: string; shown: ShownPage }) => void
  /** Where a running poll is, paced: never a vote, never who. */
  pollProgress: (message: { streamId: string; progress: PollProgress }) => void
  /** The session ended (signed out elsewhere, reuse of a refresh token seen): sign in again. */
  signedOut: (message: { code: ErrorCode }) => void
}
