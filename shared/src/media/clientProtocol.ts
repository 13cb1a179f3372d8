// What a browser and a media-server say to each other: namespace /media, every request acknowledged with a Result.
// Transport, RTP and DTLS parameters are mediasoup's own objects; the media-server hands them to mediasoup, which checks them,
// so here only their outline is held.
import { z } from 'zod'
import type { ErrorCode, Result } from '../errors/index.ts'
import { type MediaSource, mediaSourceSchema } from './grant.ts'

export const MEDIA_NAMESPACE = '/media'

const id = z.string().min(1).max(64)
/** A parameters object of mediasoup: deep, so bounded by the socket's message size rather than here. */
const parameters = z.record(z.string(), z.unknown())
const ids = z.array(id).min(1).max(100)

/** `auth` of the socket's handshake: a grant at first, the media-server's own resume token after a break. */
export const mediaHandshakeSchema = z.union([
  z.strictObject({ grant: z.string().max(4096) }),
  z.strictObject({ resumeToken: z.string().max(4096) }),
])
export type MediaHandshake = z.infer<typeof mediaHandshakeSchema>

/** How much a device can show and should be sent: a phone, a computer, or the one that stands before a whole site (điểm cầu). */
export const deviceClassSchema = z.enum(['phone', 'computer', 'site'])
export type DeviceClass = z.infer<typeof deviceClassSchema>

/** The server's rules for one peer, which change with the number of cameras and with the links in the room. */
export interface MediaPolicy {
  /** How many cameras it may receive at once; more are refused (TOO_MANY_PICTURES). */
  cameras: number
  /** Highest simulcast layer of a camera (0 to 2) that it is sent, whatever it prefers. */
  highestLayer: number
  /** Bits per second that the server sends it at most; null: as much as its link carries. */
  receiveBitrate: number | null
  /** `frugal`: somebody who listens has a poor link, so voices are to be sent in few large packets. */
  voice: 'usual' | 'frugal'
}

export const mediaRequestSchemas = {
  /** First request after a handshake with a grant. */
  join: z.strictObject({ device: deviceClassSchema }),
  /** First request after a handshake with a resume token: transports, producers and consumers are still there. */
  resume: z.strictObject({}),
  connectTransport: z.strictObject({ transportId: id, dtlsParameters: parameters }),
  restartIce: z.strictObject({ transportId: id }),
  produce: z.strictObject({
    transportId: id,
    kind: z.enum(['audio', 'video']),
    source: mediaSourceSchema,
    rtpParameters: parameters,
    paused: z.boolean(),
  }),
  pauseProducer: z.strictObject({ producerId: id }),
  resumeProducer: z.strictObject({ producerId: id }),
  closeProducer: z.strictObject({ producerId: id }),
  /** Several at once: one round trip for a room full of people. Consumers start paused; the browser resumes them when it is ready. */
  consume: z.strictObject({ producerIds: ids, rtpCapabilities: parameters }),
  pauseConsumers: z.strictObject({ consumerIds: ids }),
  resumeConsumers: z.strictObject({ consumerIds: ids }),
  setPreferredLayers: z.strictObject({
    consumerId: id,
    spatialLayer: z.int().min(0).max(2),
    temporalLayer: z.int().min(0).max(2).optional(),
  }),
  /**
   * How this peer finds its link, said when it changes and every few seconds while it is poor. `mostBitrate`: what it wants to be sent at
   * most (data saver, poor link), bits per second; null: no wish.
   */
  reportLink: z.strictObject({
    link: z.enum(['good', 'poor']),
    mostBitrate: z.int().min(10_000).max(100_000_000).nullable(),
  }),
  leave: z.strictObject({}),
} as const

export type MediaRequest = keyof typeof mediaRequestSchemas
export type MediaRequestBody<R extends MediaRequest> = z.infer<(typeof mediaRequestSchemas)[R]>

export interface TransportDescription {
  id: string
  iceParameters: unknown
  iceCandidates: unknown[]
  dtlsParameters: unknown
}

export interface ProducerDescription {
  producerId: string
  memberId: string
  source: MediaSource
  paused: boolean
}

export interface ConsumerDescription {
  id: string
  producerId: string
  memberId: string
  source: MediaSource
  kind: 'audio' | 'video'
  rtpParameters: unknown
  producerPaused: boolean
}

export interface MediaReplies {
  join: {
    epoch: number
    routerRtpCapabilities: unknown
    sendTransport: TransportDescription
    receiveTransport: TransportDescription
    /** TURN and STUN servers for both transports, as RTCIceServer objects. */
    iceServers: unknown[]
    producers: ProducerDescription[]
    /** Everybody in the room now, the joining member too. */
    memberIds: string[]
    mayPublish: MediaSource[]
    held: MediaSource[]
    policy: MediaPolicy
    resumeToken: string
  }
  resume: {
    epoch: number
    producers: ProducerDescription[]
    /** The peer's own producers that are still there, so that the browser can close or produce again what differs. */
    ownProducerIds: string[]
    /** The chair has switched this peer's microphone off, perhaps while its line was dead, and the person has not switched it on since. */
    silenced: boolean
    consumerIds: string[]
    memberIds: string[]
    mayPublish: MediaSource[]
    held: MediaSource[]
    policy: MediaPolicy
    resumeToken: string
  }
  connectTransport: Record<string, never>
  restartIce: { iceParameters: unknown }
  produce: { producerId: string }
  pauseProducer: Record<string, never>
  resumeProducer: Record<string, never>
  closeProducer: Record<string, never>
  consume: { consumers: ConsumerDescription[]; failed: { producerId: string; code: ErrorCode }[] }
  pauseConsumers: Record<string, never>
  resumeConsumers: Record<string, never>
  setPreferredLayers: Record<string, never>
  /** What the server believes that it can send to this peer, bits per second; null: not known yet. */
  reportLink: { availableBitrate: number | null }
  leave: Record<string, never>
}

export type MediaClientToServer = {
  [R in MediaRequest]: (body: MediaRequestBody<R>, ack: (result: Result<MediaReplies[R]>) => void) => void
}

/** What the media-server tells without being asked. */
export interface MediaServerToClient {
  peerJoined: (message: { memberId: string }) => void
  peerLeft: (message: { memberId: string }) => void
  producerAdded: (message: ProducerDescription) => void
  producerClosed: (message: { producerId: string }) => void
  producerPaused: (message: { producerId: string }) => void
  producerResumed: (message: { producerId: string }) => void
  /** Who is heard now, loudest first, volume in dBov (-127 to 0); an empty list is silence. */
  speakers: (message: { speakers: { memberId: string; volume: number }[] }) => void
  /** The peer's rights changed; producers no longer allowed are already closed, those held are kept from everybody. */
  grants: (message: { mayPublish: MediaSource[]; held: MediaSource[] }) => void
  /** The chair has switched this peer's microphone off; the person may switch it on again. */
  silenced: (message: Record<string, never>) => void
  /** Three speak already: this peer is not heard for the moment, or is heard again. */
  talkingOver: (message: { unheard: boolean }) => void
  policy: (message: MediaPolicy) => void
  /** The room's place is gone (its worker died): ask signaling for a new grant and join again. */
  roomLost: (message: { epoch: number }) => void
  /** The server ends this peer's session and says why; the socket is closed after it. */
  removed: (message: { code: Extract<ErrorCode, 'PEER_REPLACED' | 'PEER_REMOVED' | 'ROOM_ENDED'> }) => void
}
