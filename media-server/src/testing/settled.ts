// Everything that the FAKE signaling sent before this has arrived when it returns: messages of one connection keep their order.
import { randomUUID } from 'node:crypto'
import type { MediaServer } from '../server.ts'
import type { FakeSignaling } from './FakeSignaling.ts'
import { TestBrowser } from './TestBrowser.ts'

export async function settled(server: MediaServer, signaling: FakeSignaling): Promise<void> {
  const meetingId = randomUUID()
  const marker = await TestBrowser.joined(server, { meetingId })
  signaling.send({ meetingId, epoch: 1, seq: 1, open: false, peers: [] })
  await marker.hears('removed')
}
