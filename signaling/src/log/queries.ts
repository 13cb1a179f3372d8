// Reading a stream: what a viewer may have of it, as a snapshot or as the entries that they missed.
import { AppError } from '@hoi-truong/shared/errors'
import { type LogEntry, type Position, redact, type Viewer } from '@hoi-truong/shared/log'
import { meetingRolesOf, meetingViewer } from '@hoi-truong/shared/meeting'
import { may, mayWith } from '@hoi-truong/shared/permissions'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import { meetingReducer, organizationReducer } from '@hoi-truong/shared/streams'
import type { Database, Sql } from '../database/client.ts'
import { organizationRoles } from '../organization/facts.ts'
import type { StateOfKind } from './commandDefinition.ts'
import type { StreamCache, StreamSnapshot } from './streamCache.ts'
import { readEvents } from './streamRows.ts'

/** Who has missed more than this gets the state instead of the events. */
const MOST_EVENTS = 500

/** What a member may read of a stream. @throws AppError MEETING_NOT_MEMBER, FORBIDDEN */
export async function viewerOf(sql: Sql, snapshot: StreamSnapshot, memberId: string): Promise<Viewer> {
  if (snapshot.kind === 'meeting') {
    const { meeting } = (snapshot.state as StateOfKind['meeting']).everyone
    const roles = meetingRolesOf(meeting, memberId)
    if (roles.length === 0) throw new AppError('MEETING_NOT_MEMBER')
    if (!may(roles, 'meeting.view')) throw new AppError('FORBIDDEN')
    return meetingViewer(meeting, memberId)
  }
  const roles = await organizationRoles(sql, memberId, snapshot.organizationId)
  if (!mayWith(roles, 'organization.view')) throw new AppError('FORBIDDEN')
  return { memberId, bureau: mayWith(roles, 'organization.seeReasons') }
}

/** The log's clock, ISO 8601. */
export async function readNow(sql: Sql): Promise<string> {
  const rows = await sql.$queryRaw<{ now: Date }[]>`select log_clock() as now`
  return (rows[0]?.now ?? new Date()).toISOString()
}

function stateFor(snapshot: StreamSnapshot, viewer: Viewer): unknown {
  const reducer = (snapshot.kind === 'meeting' ? meetingReducer : organizationReducer) as typeof meetingReducer
  return reducer.filter(snapshot.state as StateOfKind['meeting'], viewer)
}

/** @throws AppError STREAM_UNKNOWN, MEETING_NOT_MEMBER, FORBIDDEN */
export async function syncStream(
  database: Database,
  cache: StreamCache,
  memberId: string,
  streamId: string,
  after?: Position,
): Promise<SyncReply> {
  const snapshot = await cache.read(database, streamId)
  cache.keep(snapshot)
  const viewer = await viewerOf(database, snapshot, memberId)
  const head = { streamId, now: await readNow(database), viewer }
  const missed = after ? await entriesAfter(database, streamId, after, snapshot.position) : null
  if (missed) return { ...head, kind: 'events', entries: missed.map((entry) => redact(entry, viewer)) }
  return { ...head, kind: 'snapshot', position: snapshot.position, state: stateFor(snapshot, viewer) }
}

/** Null when the client's place is not on this chain, or too far back. */
async function entriesAfter(sql: Sql, streamId: string, after: Position, head: Position): Promise<LogEntry[] | null> {
  if (after.seq > head.seq || head.seq - after.seq > MOST_EVENTS) return null
  if (after.seq === head.seq) return after.hash === head.hash ? [] : null
  const entries = await readEvents(sql, streamId, after.seq, head.seq)
  return entries[0]?.prevHash === after.hash ? entries : null
}

/** The whole chain as far as the member may read it, for whoever wants to check it. */
export async function readChain(
  database: Database,
  cache: StreamCache,
  memberId: string,
  streamId: string,
): Promise<LogEntry[]> {
  const snapshot = await cache.read(database, streamId)
  const viewer = await viewerOf(database, snapshot, memberId)
  const entries = await readEvents(database, streamId, 0, snapshot.position.seq)
  return entries.map((entry) => redact(entry, viewer))
}
