// What is sent to whom can be counted at the server: packets and bytes by peer and source, and in the figures of the node.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { MediaServer } from '../server.ts'
import { listen, peerOf, useDirectTransports, voiceOf } from '../testing/directTransports.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
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

it('by peer and source, and for the node as a whole', async () => {
  const meetingId = randomUUID()
  const [anId, binhId] = [randomUUID(), randomUUID()]
  const an = await TestBrowser.joined(server, { meetingId, memberId: anId })
  const binh = await TestBrowser.joined(server, { meetingId, memberId: binhId, held: ['microphone'] })
  const listener = await TestBrowser.joined(server, { meetingId })
  const [ofAn, ofBinh] = [await an.produce('microphone'), await binh.produce('microphone')]
  const heard = await listen(server, listener, ofAn)
  await listen(server, listener, ofBinh)
  voiceOf(server, binh, ofBinh).speak(7)
  voiceOf(server, an, ofAn).speak(30)
  await until(() => heard.length === 30)

  const traffic = await peerOf(server, listener).consumers.traffic()
  const microphone = { source: 'microphone', kind: 'audio' }
  expect(traffic).toMatchObject([
    { ...microphone, memberId: anId, packets: 30 },
    { ...microphone, memberId: binhId, packets: 0, bytes: 0 },
  ])
  expect(traffic[0]?.bytes).toBeGreaterThan(30 * 30)
  expect(await peerOf(server, an).consumers.traffic()).toEqual([])

  const figures = await (await fetch(`${server.url}/metrics`)).text()
  expect(figures).toContain('media_sent_packets_total{source="microphone"} 30\n')
  expect(figures).toContain(`media_sent_bytes_total{source="microphone"} ${traffic[0]?.bytes}\n`)
  expect(figures).toContain('media_sent_packets_total{source="camera"} 0\n')
  expect(figures).toContain('media_producers_held 1\n')
  expect(figures).toContain('media_producers_capped 0\n')
})
