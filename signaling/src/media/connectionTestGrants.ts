// A grant for trying sound and picture before any meeting: a media room of one's own, in which nobody else ever is. It has no row in
// the database and no desired state, so it ends when its member leaves it, and a node that asks about it is told to drop it.
import { randomUUID } from 'node:crypto'
import { AppError } from '@hoi-truong/shared/errors'
import { GRANT_SECONDS, type GrantClaims, type GrantReply } from '@hoi-truong/shared/media'
import jwt from 'jsonwebtoken'
import type { MediaNodes } from './mediaNodes.ts'
import { testRoomOf } from './testRooms.ts'

/** @throws AppError MEDIA_UNAVAILABLE */
export function issueTestGrant(
  memberId: string,
  { nodes, secret, now = Date.now() }: { nodes: MediaNodes; secret: string; now?: number },
): GrantReply {
  const node = nodes.leastLoaded()
  if (!node) throw new AppError('MEDIA_UNAVAILABLE')
  const claims: GrantClaims = {
    meetingId: testRoomOf(memberId, secret),
    memberId,
    connectionId: randomUUID(),
    nodeId: node.nodeId,
    // Grows by itself: a place that was lost with its worker is past a second later.
    epoch: Math.floor(now / 1000),
    seq: 0,
    mayPublish: ['microphone', 'camera'],
    held: [],
    neverCapped: false,
  }
  return {
    url: node.publicUrl,
    grant: jwt.sign(claims, secret, { algorithm: 'HS256', expiresIn: GRANT_SECONDS }),
    epoch: claims.epoch,
  }
}
