// For tests that must see the packets themselves: every peer's WebRTC transports are mediasoup's direct ones, so that RTP goes in and out in
// this process. The wire, the rooms and the worker that forwards or does not are the real ones.
import type { Consumer, Producer, WebRtcTransport } from 'mediasoup/types'
import { vi } from 'vitest'
import type { Peer } from '../room/Peer.ts'
import { PeerTransport } from '../room/PeerTransport.ts'
import { RoomRouter } from '../room/RoomRouter.ts'
import type { MediaServer } from '../server.ts'
import { readPacket, type Sent, Voice } from './rtpPackets.ts'
import type { TestBrowser } from './TestBrowser.ts'

export function useDirectTransports(): void {
  vi.spyOn(RoomRouter.prototype, 'createTransport').mockImplementation(async function (this: RoomRouter) {
    const direct = await this.router.createDirectTransport()
    // The only thing asked of it that it cannot do; no congestion control stands behind it.
    direct.setMaxOutgoingBitrate = async () => {}
    return new PeerTransport(direct as unknown as WebRtcTransport)
  })
}

export function peerOf(server: MediaServer, browser: TestBrowser): Peer {
  const peers = server.registry.rooms.flatMap((room) => room.peers)
  const peer = peers.find(({ sendTransport }) => sendTransport.id === browser.room.sendTransport.id)
  if (!peer) throw new Error('this browser has no peer')
  return peer
}

function producerOf(server: MediaServer, browser: TestBrowser, producerId: string): Producer {
  const sent = peerOf(server, browser).producers.sent.find(({ producer }) => producer.id === producerId)
  if (!sent) throw new Error('this browser sends no such thing')
  return sent.producer
}

export const voiceOf = (server: MediaServer, browser: TestBrowser, producerId: string): Voice =>
  new Voice(producerOf(server, browser, producerId))

export function consumerOf(server: MediaServer, browser: TestBrowser, producerId: string): Consumer {
  const found = peerOf(server, browser).consumers.received.find(({ consumer }) => consumer.producerId === producerId)
  if (!found) throw new Error('this browser receives no such thing')
  return found.consumer
}

/** Consumes and resumes as a browser does; what arrives from then on. */
export async function listen(server: MediaServer, browser: TestBrowser, producerId: string): Promise<Sent[]> {
  const { consumers } = await browser.consume(producerId)
  const arrived: Sent[] = []
  consumerOf(server, browser, producerId).on('rtp', (packet) => arrived.push(readPacket(packet)))
  await browser.ask('resumeConsumers', { consumerIds: consumers.map(({ id }) => id) })
  return arrived
}
