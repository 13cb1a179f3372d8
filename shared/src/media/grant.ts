// The room grant: the only thing that opens a media room. Signaling signs it (JWT, HS256), the media-server checks it at joining.
import { z } from 'zod'

/** What a peer may send; also the name of a tile. */
export const mediaSources = ['microphone', 'camera', 'screen'] as const
export const mediaSourceSchema = z.enum(mediaSources)
export type MediaSource = z.infer<typeof mediaSourceSchema>

export const kindOfSource = { microphone: 'audio', camera: 'video', screen: 'video' } as const satisfies Record<
  MediaSource,
  'audio' | 'video'
>

export const GRANT_SECONDS = 60

export const grantClaimsSchema = z.object({
  meetingId: z.uuid(),
  memberId: z.uuid(),
  /** The signaling connection it was given to: a second tab is a second connection of the same member. */
  connectionId: z.string().min(1).max(64),
  nodeId: z.string().min(1).max(64),
  /** Counts the places that the room has had. A server refuses a lower one than it knows: that place is gone. */
  epoch: z.int().positive(),
  /** Sequence number of the meeting's stream when the grant was given: desired state older than this does not remove the peer. */
  seq: z.int().nonnegative(),
  mayPublish: z.array(mediaSourceSchema).max(mediaSources.length),
  held: z.array(mediaSourceSchema).max(mediaSources.length),
  neverCapped: z.boolean(),
})
export type GrantClaims = z.infer<typeof grantClaimsSchema>

/** What signaling answers to a request for a grant. */
export const grantReplySchema = z.object({
  /** Base address of the media-server as the browser reaches it. */
  url: z.url(),
  grant: z.string(),
  epoch: z.int().positive(),
})
export type GrantReply = z.infer<typeof grantReplySchema>
