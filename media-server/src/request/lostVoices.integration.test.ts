// A packet of a voice that was lost on the way to a listener is sent again when it is asked for, and the listener's browser is told that it may.
import { randomUUID } from 'node:crypto'
import type { DirectTransport } from 'mediasoup/types'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { MediaServer } from '../server.ts'
import { consumerOf, listen, peerOf, useDirectTransports, voiceOf } from '../testing/directTransports.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
import { nackPacket } from '../testing/rtpPackets.ts'
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

it('what was lost comes again', async () => {
  const meetingId = randomUUID()
  const an = await TestBrowser.joined(server, { meetingId })
  const listener = await TestBrowser.joined(server, { meetingId })
  const producerId = await an.produce('microphone')
  const heard = await listen(server, listener, producerId)
  voiceOf(server, an, producerId).speak(20)
  await until(() => heard.length === 20)
  const lost = heard[9]
  if (!lost) throw new Error('nothing was heard')

  const consumer = consumerOf(server, listener, producerId)
  const [opus] = consumer.rtpParameters.codecs
  expect(opus?.rtcpFeedback).toContainEqual({ type: 'nack', parameter: '' })
  const transport = peerOf(server, listener).receiveTransport.transport as unknown as DirectTransport
  transport.sendRtcp(nackPacket(consumer.rtpParameters.encodings?.[0]?.ssrc ?? 0, lost.sequence))
  await until(() => heard.length === 21)
  expect(heard.at(-1)).toEqual(lost)
})
