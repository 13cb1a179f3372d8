// What a media-server and signaling say to each other: namespace /control, dialled by the media-server, so that media nodes can be
// added without touching signaling. Desired state is sent whole after any break; a room's copy with a lower (epoch, seq) is ignored.
import { z } from 'zod'
import type { Result } from '../errors/index.ts'
import { mediaSourceSchema } from './grant.ts'

export const CONTROL_NAMESPACE = '/control'

/**
 * Raised when desired state or grants mean something new. The two ends of the control channel are replaced one after the other: an end that
 * does not know what is held would let it be heard, so those of different numbers do not work together.
 */
export const CONTROL_CONTRACT = 2

/** Of one message; more rooms are told in several. */
export const MOST_SPEAKING_ROOMS = 500

/**
 * A conference of a province has 4,171 people, each perhaps with an own phone. A room of more would be malformed, and with it the answer to
 * `hello`: all rooms of its node would hear nothing more of who has the floor.
 */
const MOST_PEERS = 20_000

const nodeId = z.string().min(1).max(64)

/** `auth` of the control channel's handshake. */
export const controlHandshakeSchema = z.strictObject({
  contract: z.int(),
  secret: z.string().min(16).max(256),
  nodeId,
  /** New at every start of the process: rooms of another instance are gone. */
  instanceId: z.uuid(),
  /** Base address for browsers. */
  publicUrl: z.url(),
})
export type ControlHandshake = z.infer<typeof controlHandshakeSchema>

/** One who is in the room. */
export const desiredPeerSchema = z.strictObject({
  memberId: z.uuid(),
  /** What it may send at all; anything else is closed. */
  mayPublish: z.array(mediaSourceSchema),
  /** Of these what nobody receives for now, whatever its browser sends: the microphone of who has not the floor. */
  held: z.array(mediaSourceSchema),
  /** Heard also while three others speak already: the chair, and whoever has the floor. */
  neverCapped: z.boolean(),
  /** Number of the latest event that switched this peer's microphone off; 0: none. Its browser may switch it on again. */
  silencedSeq: z.int().nonnegative(),
})
export type DesiredPeer = z.infer<typeof desiredPeerSchema>

export const desiredRoomSchema = z.strictObject({
  meetingId: z.uuid(),
  epoch: z.int().positive(),
  /** Sequence number of the meeting's stream that this was made from. */
  seq: z.int().nonnegative(),
  /** False: the meeting is over, everybody is shown out. */
  open: z.boolean(),
  peers: z.array(desiredPeerSchema).max(MOST_PEERS),
})
export type DesiredRoom = z.infer<typeof desiredRoomSchema>

/** Requests of the media-server to signaling. */
export const controlRequestSchemas = {
  /**
   * After every (re)connection: which rooms live here. Answered with the desired state of all rooms of this node, and of every room
   * asked about that has ended (`open: false`). A room asked about and missing in the answer has no place on this node any more.
   */
  hello: z.strictObject({
    rooms: z.array(z.strictObject({ meetingId: z.uuid(), epoch: z.int().positive() })).max(10_000),
  }),
  /**
   * A worker died with this room: signaling gives it a new epoch before the clients are told. Repeated until answered, so one
   * that names an epoch which is already past is answered with the room's epoch of now.
   */
  roomLost: z.strictObject({ meetingId: z.uuid(), epoch: z.int().positive() }),
  /** Every few seconds, for admission and metrics. */
  load: z.strictObject({ rooms: z.int().nonnegative(), peers: z.int().nonnegative(), workers: z.int().nonnegative() }),
  /**
   * Who is heard in which rooms, loudest first, for those who follow without media: what changed, and now and then what goes on.
   * An empty list is silence.
   */
  speakers: z.strictObject({
    rooms: z
      .array(z.strictObject({ meetingId: z.uuid(), memberIds: z.array(z.uuid()).max(10) }))
      .max(MOST_SPEAKING_ROOMS),
  }),
} as const

export type ControlRequest = keyof typeof controlRequestSchemas
export type ControlRequestBody<R extends ControlRequest> = z.infer<(typeof controlRequestSchemas)[R]>

export interface ControlReplies {
  hello: { rooms: DesiredRoom[] }
  roomLost: { epoch: number }
  load: Record<string, never>
  speakers: Record<string, never>
}

export type ControlNodeToSignaling = {
  [R in ControlRequest]: (body: ControlRequestBody<R>, ack: (result: Result<ControlReplies[R]>) => void) => void
}

export interface ControlSignalingToNode {
  /** The desired state of one room, whole. */
  desired: (room: DesiredRoom) => void
}
