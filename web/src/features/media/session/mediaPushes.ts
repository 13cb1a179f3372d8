// What a media-server says without being asked, brought to the place in the room that it concerns.
import type { ErrorCode } from '@hoi-truong/shared/errors'
import type { MediaPeer } from './mediaPeer.ts'
import type { MediaWire } from './mediaWire.ts'

export interface PushListener {
  changed(): void
  /** Member ids, loudest first. */
  speakers(memberIds: readonly string[]): void
  silenced(): void
  unheard(unheard: boolean): void
  /** The room's place is gone. */
  lost(): void
  removed(code: ErrorCode): void
}

/** What comes before the peer is ready waits for it; the returned function hands it over. */
export function listenTo(wire: MediaWire, listener: PushListener): (peer: MediaPeer) => void {
  let peer: MediaPeer | null = null
  const waiting: ((peer: MediaPeer) => void)[] = []
  const forPeer = (act: (peer: MediaPeer) => void) => (peer ? act(peer) : void waiting.push(act))
  wire.on('producerAdded', (producer) => forPeer(({ receiver }) => receiver.add(producer)))
  wire.on('producerClosed', ({ producerId }) => forPeer(({ receiver }) => receiver.remove(producerId)))
  wire.on('producerPaused', ({ producerId }) => forPeer(({ receiver }) => receiver.setPaused(producerId, true)))
  wire.on('producerResumed', ({ producerId }) => forPeer(({ receiver }) => receiver.setPaused(producerId, false)))
  wire.on('grants', ({ mayPublish, held }) =>
    forPeer((to) => {
      to.allow(mayPublish, held)
      listener.changed()
    }),
  )
  wire.on('policy', (policy) =>
    forPeer((to) => {
      to.heed(policy)
      listener.changed()
    }),
  )
  wire.on('silenced', () => forPeer(() => listener.silenced()))
  wire.on('talkingOver', ({ unheard }) => forPeer(() => listener.unheard(unheard)))
  wire.on('speakers', ({ speakers }) => {
    const memberIds = speakers.map(({ memberId }) => memberId)
    listener.speakers(memberIds)
    forPeer(({ receiver }) => receiver.heard(memberIds))
  })
  wire.on('roomLost', () => {
    listener.lost()
    wire.close()
  })
  wire.on('removed', ({ code }) => {
    listener.removed(code)
    wire.close()
  })
  return (ready) => {
    peer = ready
    for (const act of waiting.splice(0)) act(ready)
  }
}
