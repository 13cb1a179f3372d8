// The ids of the rooms in which members try their sound. They look like no other id, so that nobody can lay a meeting where such a room is:
// its grants would be younger than every grant for that meeting, and would empty the meeting's room.
import { createHmac } from 'node:crypto'

const BEGINNING = 'ffffffff-ffff-8'

/** The same for all of a member's tests, so that a new one ends the one before (a UUID of version 8). */
export function testRoomOf(memberId: string, secret: string): string {
  const digest = createHmac('sha256', secret).update(`connection-test:${memberId}`).digest('hex')
  return `${BEGINNING}${digest.slice(0, 3)}-a${digest.slice(3, 6)}-${digest.slice(6, 18)}`
}

export const isTestRoom = (id: string): boolean => id.toLowerCase().startsWith(BEGINNING)
