// Where each meeting's media room is. The row in PostgreSQL decides; the epoch grows with every new place, so that a grant or an
// order for an old place is known as old everywhere.
import type { Database, Sql } from '../database/client.ts'

export interface RoomPlace {
  meetingId: string
  nodeId: string
  instanceId: string
  epoch: number
}

interface PlaceRow {
  meeting_id: string
  node_id: string
  instance_id: string
  epoch: number
}

const placeOf = (row: PlaceRow): RoomPlace => ({
  meetingId: row.meeting_id,
  nodeId: row.node_id,
  instanceId: row.instance_id,
  epoch: row.epoch,
})

export async function findPlace(sql: Sql, meetingId: string): Promise<RoomPlace | null> {
  const rows = await sql.$queryRaw<PlaceRow[]>`select * from media_room where meeting_id = ${meetingId}::uuid`
  return rows[0] ? placeOf(rows[0]) : null
}

/** The node's places of meetings that are not over, and of those `asked` about in any case. */
export async function placesOfNode(
  sql: Sql,
  nodeId: string,
  instanceId: string,
  asked: readonly string[],
): Promise<RoomPlace[]> {
  const rows = await sql.$queryRaw<PlaceRow[]>`
    select r.* from media_room r join meeting m on m.id = r.meeting_id
    where r.node_id = ${nodeId} and r.instance_id = ${instanceId}::uuid
      and (m.status in ('announced', 'open') or r.meeting_id = any(${[...asked]}::uuid[]))`
  return rows.map(placeOf)
}

/**
 * Gives the room a place, replacing `old` (null: it had none). When two do so at once the first wins and its place is returned.
 */
export async function place(
  database: Database,
  meetingId: string,
  old: RoomPlace | null,
  node: { nodeId: string; instanceId: string },
): Promise<RoomPlace> {
  const epoch = old?.epoch ?? 0
  await database.$executeRaw`
    insert into media_room (meeting_id, node_id, instance_id, epoch)
    values (${meetingId}::uuid, ${node.nodeId}, ${node.instanceId}::uuid, 1)
    on conflict (meeting_id) do update
    set node_id = excluded.node_id, instance_id = excluded.instance_id, epoch = media_room.epoch + 1
    where media_room.epoch = ${epoch}`
  const now = await findPlace(database, meetingId)
  if (!now) throw new Error('a media room just placed is not there')
  return now
}
