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

/** In the order of their ids, whoever asks: two transactions with several streams do not wait for each other. */
export async function lockStreams(sql: Sql, streamIds: readonly string[]): Promise<Map<string, StreamHead>> {
  const rows = await sql.$queryRaw<(HeadRow & { id: string })[]>`
    select id, kind, organization_id, head_seq, head_hash from stream
    where id = any(${[...streamIds]}::uuid[]) order by id for update`
  return new Map(
    rows.flatMap((row) => {
      const head = headOf(row)
      return head ? [[row.id, head] as const] : []
    }),
  )
}

export async function readHead(sql: Sql, streamId: string): Promise<StreamHead | null> {
  const rows = await sql.$queryRaw<HeadRow[]>`
    select kind, organization_id, head_seq, head_hash from stream where id = ${streamId}::uuid`
  return headOf(rows[0])
}

/** Held to the end of the transaction by whoever is about to make the streams. */
export async function lockNewStreams(sql: Sql, streamIds: readonly string[]): Promise<void> {
  await sql.$queryRaw`
    select count(pg_advisory_xact_lock(hashtextextended(id, 0)))
    from (select id from unnest(${[...streamIds]}::text[]) as id order by id) as ordered`
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
  streamId: string
  commandId: string
  actorId: string | null
  bodyHash: string
  seq: number
}

/** The clock, and which of these commands their streams have already seen. One round trip, made after the locks are held. */
export async function readClockAndCommands(
  sql: Sql,
  commands: readonly { streamId: string; commandId: string }[],
): Promise<{ now: string; known: KnownCommand[] }> {
  const streamIds = commands.map(({ streamId }) => streamId)
  const commandIds = commands.map(({ commandId }) => commandId)
  const rows = await sql.$queryRaw<{ now: Date; known: KnownCommand[] }[]>`
    with asked as materialized (
      select * from unnest(${streamIds}::uuid[], ${commandIds}::uuid[]) as asked (stream_id, command_id)
    )
    select date_trunc('milliseconds', log_clock()) as now, coalesce((
      select jsonb_agg(jsonb_build_object('streamId', stream_id, 'commandId', command_id, 'actorId', actor_id, 'bodyHash', body_hash,
        'seq', seq))
      from (
        select e.stream_id, e.command_id, e.actor_id, e.body_hash, max(e.seq) as seq
        from asked cross join lateral (
          select * from event own where own.stream_id = asked.stream_id and own.command_id = asked.command_id offset 0
        ) as e
        group by e.stream_id, e.command_id, e.actor_id, e.body_hash
        union all
        select n.stream_id, n.command_id, n.actor_id, n.body_hash, n.seq
        from asked join command_noop n on n.stream_id = asked.stream_id and n.command_id = asked.command_id
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

const eventRows = (appended: readonly Appended[]) =>
  JSON.stringify(
    appended.map(({ event, commandId, bodyHash }) => ({
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
    })),
  )

export interface StreamPlace {
  streamId: string
  kind: StreamKind
  organizationId: string
  position: Position
}

/** The events, and the head moved behind them. */
export async function appendEvents(
  sql: Sql,
  { streamId, position }: StreamPlace,
  appended: readonly Appended[],
  at: string,
): Promise<void> {
  await sql.$executeRaw`
    with appended as (
      insert into event (stream_id, seq, type, version, audience, payload, salt, actor_id, at, content_hash, prev_hash, hash,
        command_id, body_hash)
      select ${streamId}::uuid, r.* from jsonb_to_recordset(${eventRows(appended)}::jsonb) as r (
        seq integer, type text, version smallint, audience text, payload jsonb, salt text, actor_id uuid, at timestamptz,
        content_hash text, prev_hash text, hash text, command_id uuid, body_hash text)
    )
    update stream set head_seq = ${position.seq}, head_hash = ${position.hash}, head_at = ${at}::timestamptz
    where id = ${streamId}::uuid`
}

/** A new stream with its first events. */
export async function beginStream(
  sql: Sql,
  { streamId, kind, organizationId, position }: StreamPlace,
  appended: readonly Appended[],
  at: string,
): Promise<void> {
  await sql.$executeRaw`
    with begun as (
      insert into stream (id, kind, organization_id, head_seq, head_hash, head_at)
      values (${streamId}::uuid, ${kind}, ${organizationId}::uuid, ${position.seq}, ${position.hash}, ${at}::timestamptz)
    )
    insert into event (stream_id, seq, type, version, audience, payload, salt, actor_id, at, content_hash, prev_hash, hash,
      command_id, body_hash)
    select ${streamId}::uuid, r.* from jsonb_to_recordset(${eventRows(appended)}::jsonb) as r (
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
