// Sends committed batches to the sockets that follow a stream, each as far as it may read. Sockets of the same view share one
// message, so that a room of a thousand costs one serialisation.
import { isReadable, type LogEntry, redact, type Viewer } from '@hoi-truong/shared/log'
import type { CommittedBatch } from '../log/publisher.ts'
import type { GatewayServer } from './gatewayServer.ts'

const room = (streamId: string) => `stream:${streamId}`
const viewRoom = (streamId: string, viewer: Viewer) => `${room(streamId)}:${viewer.bureau ? 'bureau' : 'everyone'}`
const memberRoom = (streamId: string, memberId: string) => `${room(streamId)}:member:${memberId}`

/** The rooms that together hold all sockets that follow a stream. */
export const viewRoomsOf = (streamId: string): string[] =>
  [true, false].map((bureau) => viewRoom(streamId, { memberId: null, bureau }))

/** The socket.io rooms of a viewer of a stream. */
export const roomsOf = (streamId: string, viewer: Viewer): string[] => [
  viewRoom(streamId, viewer),
  ...(viewer.memberId === null ? [] : [memberRoom(streamId, viewer.memberId)]),
]

export const allRoomsOf = (streamId: string, memberId: string): string[] =>
  [true, false].flatMap((bureau) => roomsOf(streamId, { memberId, bureau }))

/** A tenth of a second later than a commit nobody calls late; ten screens are worth a millisecond. */
const LONGEST_PAUSE_MS = 100
const SCREENS_PER_MS = 10

export const isFollowed = (io: GatewayServer, streamId: string): boolean =>
  viewRoomsOf(streamId).some((name) => io.of('/').adapter.rooms.has(name))

/** How many screens follow a stream on this node. */
export function screensOf(io: GatewayServer, streamId: string): number {
  const { rooms } = io.of('/').adapter
  return viewRoomsOf(streamId).reduce((sum, name) => sum + (rooms.get(name)?.size ?? 0), 0)
}

/** How long a stream's next message waits for others after one that was just sent: the more packets it costs, the longer. */
export const pauseAfter = (io: GatewayServer, streamId: string): number =>
  Math.min(LONGEST_PAUSE_MS, screensOf(io, streamId) / SCREENS_PER_MS)

/** Members for whom the batch holds something of their own. */
const addressees = (entries: readonly LogEntry[]): string[] => [
  ...new Set(
    entries.flatMap((entry) =>
      isReadable(entry) && entry.audience.startsWith('member:') ? [entry.audience.slice('member:'.length)] : [],
    ),
  ),
]

export function fanOut(io: GatewayServer, { snapshot, entries }: CommittedBatch): void {
  const { streamId } = snapshot
  const members = addressees(entries)
  const apart = members.map((memberId) => memberRoom(streamId, memberId))
  for (const bureau of [false, true]) {
    const common = { memberId: null, bureau }
    const view = (viewer: Viewer) => ({ streamId, entries: entries.map((entry) => redact(entry, viewer)) })
    io.to(viewRoom(streamId, common)).except(apart).emit('events', view(common))
    for (const memberId of members) {
      const viewer = { memberId, bureau }
      // In the member's room and in this view: both, so everybody else is left out.
      const otherView = viewRoom(streamId, { memberId: null, bureau: !bureau })
      io.to(memberRoom(streamId, memberId)).except(otherView).emit('events', view(viewer))
    }
  }
}
