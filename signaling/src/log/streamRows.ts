// The statements of the log: lock a stream, read it on, append to it. Everything here runs on a transaction that holds the lock,
// but for the readers.
import { type LogEntry, type LogEvent, linkOf, type Position, type StreamKind } from '@hoi-truong/shared/log'
import type { Sql } from '../database/client.ts'

export interface StreamHead {
  kind: StreamKind
  organizationId: string
  position: Position
}

interface HeadRow {
  kind: StreamKind
  organization_id: string
  head_seq: number
  head_hash: string
}

const headOf = (row: HeadRow | undefined): StreamHead | null =>
  row
    ? { kind: row.kind, organizationId: row.organization_id, position: { seq: row.head_seq, hash: row.head_hash } }
    : null

export async function lockStream(sql: Sql, streamId: string): Promise<StreamHead | null> {
  const rows = await sql.$queryRaw<HeadRow[]>`
    select kind, organization_id, head_seq, head_hash from stream where id = ${streamId}::uuid for update`
  return headOf(rows[0])
}

export async function readHead(sql: Sql, streamId: string): Promise<StreamHead | null> {
  const rows = await sql.$queryRaw<HeadRow[]>`
    select kind, organization_id, head_seq, head_hash from stream where id = ${streamId}::uuid`
  return headOf(rows[0])
}

/** Held to the end of the transaction by whoever is about to make the stream. */
export async function lockNewStream(sql: Sql, streamId: string): Promise<void> {
  await sql.$queryRaw`select 1 as locked from pg_advisory_xact_lock(hashtextextended(${streamId}, 0))`
}

export async function insertStream(
  sql: Sql,
  stream: { streamId: string; kind: StreamKind; organizationId: string },
): Promise<void> {
  await sql.$executeRaw`
    insert into stream (id, kind, organization_id)
    values (${stream.streamId}::uuid, ${stream.kind}, ${stream.organizationId}::uuid)`
}

interface EventRow {
  seq: number
  type: string
  version: number
  audience: LogEvent['audience']
  payload: unknown
  salt: string | null
  actor_id: string | null
  at: Date
  content_hash: string
  prev_hash: string
  hash: string
}

/** Events after `afterSeq` in order; an erased event comes back as its link. */
export async function readEvents(
  sql: Sql,
  streamId: string,
  afterSeq: number,
  toSeq = 2_147_483_647,
): Promise<LogEntry[]> {
  const rows = await sql.$queryRaw<EventRow[]>`
    select seq, type, version, audience, payload, salt, actor_id, at, content_hash, prev_hash, hash
    from event where stream_id = ${streamId}::uuid and seq > ${afterSeq} and seq <= ${toSeq} order by seq`
  return rows.map((row) => {
    const link = linkOf({
      seq: row.seq,
      at: row.at.toISOString(),
      contentHash: row.content_hash,
      prevHash: row.prev_hash,
      hash: row.hash,
    })
    if (row.salt === null) return link
    const { type, version, audience, payload, salt } = row
    return { ...link, type, version, audience, payload, salt, actorId: row.actor_id }
  })
}

export interface KnownCommand {
  commandId: string
  actorId: string | null
  bodyHash: string
  seq: number
}

/** The clock, and which of these command ids the stream has already seen. One round trip, made after the lock is held. */
export async function readClockAndCommands(
  sql: Sql,
  streamId: string,
  commandIds: readonly string[],
): Promise<{ now: string; known: KnownCommand[] }> {
  const rows = await sql.$queryRaw<{ now: Date; known: KnownCommand[] }[]>`
    select date_trunc('milliseconds', log_clock()) as now, coalesce((
      select jsonb_agg(jsonb_build_object('commandId', command_id, 'actorId', actor_id, 'bodyHash', body_hash, 'seq', seq))
      from (
        select command_id, actor_id, body_hash, max(seq) as seq from event
        where stream_id = ${streamId}::uuid and command_id = any(${[...commandIds]}::uuid[])
        group by command_id, actor_id, body_hash
        union all
        select command_id, actor_id, body_hash, seq from command_noop
        where stream_id = ${streamId}::uuid and command_id = any(${[...commandIds]}::uuid[])
      ) as seen
    ), '[]'::jsonb) as known`
  const row = rows[0]
  if (!row) throw new Error('the clock did not answer')
  return { now: row.now.toISOString(), known: row.known }
}

export interface Appended {
  event: LogEvent
  commandId: string
  bodyHash: string
}

export async function insertEvents(sql: Sql, streamId: string, appended: readonly Appended[]): Promise<void> {
  if (appended.length === 0) return
  const rows = appended.map(({ event, commandId, bodyHash }) => ({
    seq: event.seq,
    type: event.type,
    version: event.version,
    audience: event.audience,
    payload: event.payload,
    salt: event.salt,
    actor_id: event.actorId,
    at: event.at,
    content_hash: event.contentHash,
    prev_hash: event.prevHash,
    hash: event.hash,
    command_id: commandId,
    body_hash: bodyHash,
  }))
  await sql.$executeRaw`
    insert into event (stream_id, seq, type, version, audience, payload, salt, actor_id, at, content_hash, prev_hash, hash,
      command_id, body_hash)
    select ${streamId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      seq integer, type text, version smallint, audience text, payload jsonb, salt text, actor_id uuid, at timestamptz,
      content_hash text, prev_hash text, hash text, command_id uuid, body_hash text)`
}

export async function insertNoops(
  sql: Sql,
  streamId: string,
  at: string,
  noops: readonly KnownCommand[],
): Promise<void> {
  if (noops.length === 0) return
  const rows = noops.map(({ commandId, actorId, bodyHash, seq }) => ({
    command_id: commandId,
    actor_id: actorId,
    body_hash: bodyHash,
    seq,
    at,
  }))
  await sql.$executeRaw`
    insert into command_noop (stream_id, command_id, actor_id, body_hash, seq, at)
    select ${streamId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      command_id uuid, actor_id uuid, body_hash text, seq integer, at timestamptz)`
}

export async function moveHead(sql: Sql, streamId: string, position: Position, at: string): Promise<void> {
  await sql.$executeRaw`
    update stream set head_seq = ${position.seq}, head_hash = ${position.hash}, head_at = ${at}::timestamptz
    where id = ${streamId}::uuid`
}
