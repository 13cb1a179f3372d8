// When the roll changes, what the followers of a stream may read may change with it: they are moved to their new view, or out, and
// told to subscribe again.
import { isReadable, type Viewer } from '@hoi-truong/shared/log'
import { meetingRolesOf, meetingViewer } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import type { Database } from '../database/client.ts'
import type { CommittedBatch } from '../log/publisher.ts'
import { viewerOf } from '../log/queries.ts'
import { asMeeting, type StreamSnapshot } from '../log/streamCache.ts'
import { allRoomsOf, roomsOf, viewRoomsOf } from './fanOut.ts'
import type { GatewayServer, GatewaySocket } from './gatewayServer.ts'

/** Events after which somebody may be another in the stream than before. */
const rollChanges = new Set([
  'meeting.drafted',
  'meeting.planChanged',
  'meeting.announced',
  'meeting.opened',
  'meeting.rollUpdated',
  'meeting.minutesSecretaryNamed',
  'meeting.chairChanged',
  'organization.changed',
  'organization.ended',
  'organization.membersImported',
  // Who is suspended keeps no role but a member's.
  'member.standingSet',
  'member.standingEnded',
  'member.officeAssigned',
  'member.officeEnded',
  'member.transferredOut',
  'member.received',
  'member.temporaryEnded',
])

/** For a meeting at once, so that who is no longer on the roll does not get the batch itself; a branch's roles are read from its tables. */
export function reseat(io: GatewayServer, database: Database, { snapshot, entries }: CommittedBatch): void {
  if (!entries.some((entry) => isReadable(entry) && rollChanges.has(entry.type))) return
  const { streamId } = snapshot
  for (const socket of followersOf(io, streamId)) {
    if (snapshot.kind === 'meeting') seat(socket, streamId, viewerOfMeeting(snapshot, socket.data.memberId))
    else {
      // Whose roles cannot be read now is out: the page subscribes again, and is refused or let in then.
      void viewerOf(database, snapshot, socket.data.memberId)
        .catch(() => null)
        .then((viewer) => seat(socket, streamId, viewer))
    }
  }
}

function followersOf(io: GatewayServer, streamId: string): GatewaySocket[] {
  const { adapter, sockets } = io.of('/')
  const ids = new Set(viewRoomsOf(streamId).flatMap((room) => [...(adapter.rooms.get(room) ?? [])]))
  return [...ids].flatMap((id) => sockets.get(id) ?? [])
}

function viewerOfMeeting(snapshot: StreamSnapshot, memberId: string): Viewer | null {
  const { meeting } = asMeeting(snapshot).state.everyone
  return may(meetingRolesOf(meeting, memberId), 'meeting.view') ? meetingViewer(meeting, memberId) : null
}

function seat(socket: GatewaySocket, streamId: string, viewer: Viewer | null): void {
  const rooms = viewer ? roomsOf(streamId, viewer) : []
  const all = allRoomsOf(streamId, socket.data.memberId)
  if (all.every((room) => socket.rooms.has(room) === rooms.includes(room))) return
  for (const room of all) void socket.leave(room)
  void socket.join(rooms)
  socket.emit('resync', { streamId })
}
