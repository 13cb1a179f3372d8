// The way to one browser over its socket. What is notified while a request is being answered goes out after the answer:
// so a browser may take every answer as the state from which the notifications go on.
import type { Notification, NotificationBody, PeerLink } from '../room/RoomView.ts'

/** What is needed of a socket.io socket. */
export interface LinkSocket {
  emit: (notification: string, body: unknown) => void
  disconnect: () => void
}

export class SocketLink implements PeerLink {
  readonly #socket: LinkSocket
  #held: { notification: string; body: unknown }[] | undefined

  constructor(socket: LinkSocket) {
    this.#socket = socket
  }

  notify<N extends Notification>(notification: N, body: NotificationBody<N>): void {
    if (this.#held) this.#held.push({ notification, body })
    else this.#socket.emit(notification, body)
  }

  hold(): void {
    this.#held ??= []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = undefined
    for (const { notification, body } of held) this.#socket.emit(notification, body)
  }

  close(): void {
    this.release()
    this.#socket.disconnect()
  }
}
