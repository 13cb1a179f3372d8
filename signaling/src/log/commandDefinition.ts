// What a feature says about one of its commands. The pipeline does everything else, in one order for all.

import type { EventDraft, StreamKind } from '@hoi-truong/shared/log'
import type { Action } from '@hoi-truong/shared/permissions'
import type { CommandReply } from '@hoi-truong/shared/protocol'
import type {
  CommandType,
  commandPayloads,
  MeetingStreamState,
  OrganizationStreamState,
} from '@hoi-truong/shared/streams'
import type { z } from 'zod'
import type { Sql } from '../database/client.ts'
import type { RequestLimits } from '../ops/requestLimits.ts'
import type { SideState } from './sideState.ts'

/** Who gives a command. `server` is signaling itself; no client can be it. */
export type Actor =
  | { kind: 'member'; memberId: string; connectionId: string | null; nodeId: string }
  | { kind: 'server' }

export const SERVER: Actor = { kind: 'server' }
export const actorIdOf = (actor: Actor): string | null => (actor.kind === 'member' ? actor.memberId : null)

export type StateOfKind = { meeting: MeetingStreamState; organization: OrganizationStreamState }
type PayloadOf<T extends CommandType> = z.infer<(typeof commandPayloads)[T]>

export interface CommandContext<K extends StreamKind, T extends CommandType> {
  streamId: string
  state: StateOfKind[K]
  actor: Actor
  payload: PayloadOf<T>
  /** What the submission brought along; undefined from clients. */
  aside: unknown
  /** The log's clock for this batch, ISO 8601: PostgreSQL's, never before the stream's head. */
  at: string
}

/**
 * `side`: the side state after the command, when it has one and changes it. `redirect` hands a command that came too late to the
 * branch's stream under the same id (DESIGN 2).
 */
export type Decision<S = unknown> = { events: EventDraft[]; side?: S } | { redirect: Redirect }

/** Another command on another stream, under the same id. */
export interface Redirect {
  streamId: string
  type: CommandType
  payload: unknown
}

/** K: kind of stream, T: type of command, F: facts that it gathers, S: its side state. */
export interface CommandDefinition<
  K extends StreamKind = StreamKind,
  T extends CommandType = CommandType,
  F = unknown,
  S = unknown,
> {
  type: T
  stream: K
  /** Row of the permission table. */
  action: Action
  /** Live commands (check-in, opening) are refused after `validUntil`; deferrable ones may wait in an outbox for hours. */
  timing: 'live' | 'deferrable'
  /** Given only by signaling itself, also on a member's behalf: a client that sends it is told that there is no such command. */
  internal?: boolean
  /** How often a member may give it, where that is less than any request. */
  limits?: RequestLimits
  /** The command may begin its stream; the organization that the stream belongs to. */
  creates?: (payload: PayloadOf<T>, streamId: string) => string
  /** Whose roles count while the stream is yet to be made, where it is not the organization that it will belong to. */
  madeBy?: (payload: PayloadOf<T>) => string | null
  /**
   * Where the command goes when it comes too late. A repeat of one that went there goes there again, also when it would not be too
   * late any more (a closing was taken back).
   */
  elsewhere?: (context: CommandContext<K, T>) => Redirect | null
  /** Facts of other streams, read under this one's lock. */
  gather?: (sql: Sql, context: CommandContext<K, T>) => Promise<F>
  /** State beside the stream that the command decides on too. */
  side?: SideState<S>
  /**
   * The side state after a repeat: what happened has happened, but the repeat may come over another connection, and what belongs to
   * connections must know it.
   */
  repeated?: (context: CommandContext<K, T>, side: S) => S
  /** Pure: the events, or an AppError thrown. Must not read clocks or anything but its arguments. */
  decide: (context: CommandContext<K, T>, given: { facts: F; side: S }) => Decision<S>
}

/** Keeps the types of one definition together while the registry holds many. */
export const defineCommand = <K extends StreamKind, T extends CommandType, F = undefined, S = undefined>(
  definition: CommandDefinition<K, T, F, S>,
): CommandDefinition => definition as unknown as CommandDefinition

export interface Submission {
  actor: Actor
  id: string
  type: CommandType
  streamId: string
  payload: unknown
  validUntil: string | undefined
  /** SHA-256 of the body as the client sent it: tells a repeat from a reuse of the id. */
  bodyHash: string
  /** Secrets that one of our own routes gives along for `decide`: neither in the event nor in the hash of the body. */
  aside?: unknown
}

export type { CommandReply }
