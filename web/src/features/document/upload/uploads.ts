// The queues of this page's life: one for each meeting and member, so that nobody finds another's files after signing in on the same device.
import { newId } from '../../../lib/newId.ts'
import { sendFile } from '../api/sendFile.ts'
import { UploadQueue } from './uploadQueue.ts'

const queues = new Map<string, UploadQueue>()

export function uploadsOf(meetingId: string, memberId: string): UploadQueue {
  const key = `${memberId} ${meetingId}`
  const known = queues.get(key)
  if (known) return known
  const queue = new UploadQueue({ meetingId, send: sendFile, newId })
  queues.set(key, queue)
  return queue
}
