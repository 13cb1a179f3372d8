// Many who begin to watch ask one sender for a key frame: it is asked once, and not again within a second.
import { randomUUID } from 'node:crypto'
import type { DirectTransport } from 'mediasoup/types'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { MediaServer } from '../server.ts'
import { listen, peerOf, useDirectTransports } from '../testing/directTransports.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
import { asksForKeyFrame, keyFramePacket } from '../testing/rtpPackets.ts'
import { vp8Parameters } from '../testing/rtpSamples.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

let server: MediaServer

beforeAll(async () => {
  useDirectTransports()
  server = await startTestServer()
})

afterEach(() => TestBrowser.closeAll())

afterAll(async () => {
  await server.stop()
  vi.restoreAllMocks()
})

const WATCHERS = 12

it('a dozen who begin to watch one after the other cost the sender one key frame a second', async () => {
  const meetingId = randomUUID()
  const an = await TestBrowser.joined(server, { meetingId })
  const { encodings, ...parameters } = vp8Parameters()
  const [encoding] = encodings as { ssrc: number }[]
  const { producerId } = await an.ask('produce', {
    transportId: an.room.sendTransport.id,
    kind: 'video',
    source: 'camera',
    rtpParameters: { ...parameters, encodings: [{ ...encoding, scalabilityMode: 'L1T1' }] },
    paused: false,
  })
  const peer = peerOf(server, an)
  const producer = peer.producers.sent[0]?.producer
  let sequence = 0
  const sendKeyFrame = () => {
    sequence += 1
    producer?.send(keyFramePacket(encoding?.ssrc ?? 0, { sequence, timestamp: sequence * 3_000 }, 96))
  }
  let asked = 0
  const transport = peer.sendTransport.transport as unknown as DirectTransport
  transport.on('rtcp', (rtcp) => {
    if (!asksForKeyFrame(rtcp)) return
    asked += 1
    sendKeyFrame()
  })

  sendKeyFrame()
  const startedAt = performance.now()
  const watchers = await Promise.all(Array.from({ length: WATCHERS }, () => TestBrowser.joined(server, { meetingId })))
  for (const watcher of watchers) {
    const seen = await listen(server, watcher, producerId)
    if (watcher === watchers[0]) await until(() => seen.length > 0)
  }
  const seconds = (performance.now() - startedAt) / 1_000
  expect(asked).toBeGreaterThanOrEqual(1)
  expect(asked).toBeLessThanOrEqual(1 + Math.ceil(seconds))
  // The last of them has its picture too.
  const last = await listen(server, watchers.at(-1) ?? an, producerId)
  await until(() => last.length > 0)
})
