// What a peer needs of its room, and what a peer is to a socket: the seams that keep rooms free of socket.io and peers
// free of the room's bookkeeping.
import type { MediaServerToClient } from '@hoi-truong/shared/media'
import type { ListedProducer } from './ProducerDirectory.ts'

export type Notification = keyof MediaServerToClient
export type NotificationBody<N extends Notification> = Parameters<MediaServerToClient[N]>[0]

/** The way to one browser. */
export interface PeerLink {
  notify<N extends Notification>(notification: N, body: NotificationBody<N>): void
  /** Ends the connection after what was notified has gone out. */
  close(): void
}

/** A member of the room who is told what happens there. */
export interface Listener {
  notify<N extends Notification>(notification: N, body: NotificationBody<N>): void
}

export interface RoomView {
  readonly epoch: number
  /** Tells everybody, except the one who caused it. */
  announce<N extends Notification>(notification: N, body: NotificationBody<N>, except?: Listener): void
  /** A source began or ended, flows now or rests now. */
  sourceChanged(listed: ListedProducer): void
  linkReported(sessionId: string, link: 'good' | 'poor'): void
}
