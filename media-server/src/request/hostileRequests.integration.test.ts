// Every request, asked by those who may not, malformed, too large and unknown; and after all of it the server serves as
// before.
import { randomUUID } from 'node:crypto'
import { type MediaReplies, type MediaRequest, mediaRequestSchemas } from '@hoi-truong/shared/media'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { hostileCases, type Scene } from '../testing/hostileCases.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'
import { MOST_REQUEST_CHARACTERS } from './RequestDispatcher.ts'

let server: MediaServer
let scene: Scene

beforeAll(async () => {
  server = await startTestServer()
  scene = await makeScene()
})

afterAll(async () => {
  TestBrowser.closeAll()
  await server.stop()
})

async function makeScene(): Promise<Scene> {
  const meetingId = randomUUID()
  const [me, other, listener, stranger, leaver] = await Promise.all([
    TestBrowser.joined(server, { meetingId }),
    TestBrowser.joined(server, { meetingId }),
    TestBrowser.joined(server, { meetingId, mayPublish: [] }),
    TestBrowser.joined(server),
    TestBrowser.joined(server, { meetingId }),
  ])
  const [myProducerId, othersProducerId, strangeProducerId] = await Promise.all([
    me.produce('microphone'),
    other.produce('microphone'),
    stranger.produce('microphone'),
  ])
  const { consumers } = await other.consume(myProducerId)
  const returned = await TestBrowser.connect(server, { resumeToken: leaver.room.resumeToken })
  const othersConsumerId = consumers[0]?.id ?? ''
  return { me, other, listener, returned, myProducerId, othersProducerId, strangeProducerId, othersConsumerId }
}

const requests = Object.keys(mediaRequestSchemas) as MediaRequest[]

describe('the table', () => {
  it.each(requests)('has rows for %s', (request) => {
    expect(Object.keys(hostileCases)).toContain(request)
    expect(hostileCases[request].malformed.length).toBeGreaterThan(0)
  })
})

describe.each(requests)('%s', (request) => {
  it('is refused before joining', async () => {
    const asked = request === 'join' ? scene.returned : await TestBrowser.withGrant(server)
    const expected = request === 'join' ? 'GRANT_MISSING' : 'ROOM_NOT_JOINED'
    expect(await asked.refusal(request, wellFormed(request))).toBe(expected)
  })

  it.each(hostileCases[request].withoutRight)(
    'is refused without right: $why',
    async ({ by, body, code, failedPart }) => {
      const result = await by(scene).raw(request, body(scene))
      if (failedPart) {
        expect(result).toMatchObject({ ok: true, value: { consumers: [], failed: [{ code }] } })
      } else {
        expect(result).toMatchObject({ ok: false, error: { code } })
      }
    },
  )

  it('is refused when it is malformed', async () => {
    const browser = await TestBrowser.joined(server)
    for (const body of hostileCases[request].malformed) {
      const result = await browser.raw(request, body)
      expect(result, JSON.stringify(body)).toMatchObject({ ok: false, error: { code: 'REQUEST_MALFORMED' } })
    }
    expect(await browser.refusal(request), 'without a body').toBe('REQUEST_MALFORMED')
    expect(await browser.refusal(request, wellFormed(request), {}), 'with two bodies').toBe('REQUEST_MALFORMED')
    expect(await browser.refusal(request, Buffer.from('x')), 'binary').toBe('REQUEST_MALFORMED')
  })

  it('is refused when it is too large', async () => {
    const body = { ...wellFormed(request), padding: 'x'.repeat(MOST_REQUEST_CHARACTERS) }
    expect(await scene.me.refusal(request, body)).toBe('REQUEST_TOO_LARGE')
  })

  it('cuts the connection when it is larger than any message may be', async () => {
    const browser = await TestBrowser.joined(server)
    browser.socket.emit(request, { padding: 'x'.repeat(1024 * 1024) }, () => {})
    await browser.isCutOff()
  })

  it('without anyone who waits for the answer is not carried out', async () => {
    const browser = await TestBrowser.joined(server)
    browser.socket.emit(request, wellFormed(request))
    // The next one is answered, and by a peer that is still there.
    expect(await browser.refusal('closeProducer', { producerId: 'a' })).toBe('PRODUCER_UNKNOWN')
  })
})

describe('what is no request', () => {
  it.each(['chair', 'toString', '__proto__', 'constructor', 'error', '', 'peerJoined'])(
    '%j is unknown',
    async (name) => {
      expect(await scene.me.refusal(name, {})).toBe('REQUEST_UNKNOWN')
    },
  )

  it('a name of a thousand characters, or a number, is unknown', async () => {
    expect(await scene.me.refusal('x'.repeat(1000), {})).toBe('REQUEST_UNKNOWN')
    expect(await scene.me.refusal(7 as unknown as string, {})).toBe('REQUEST_UNKNOWN')
  })
})

describe('a flood', () => {
  it('is refused in words, for that socket only', async () => {
    const browser = await TestBrowser.joined(server)
    const answers = await Promise.all(Array.from({ length: 400 }, () => browser.raw('chair', {})))
    const codes = answers.map((result) => (result.ok ? 'ok' : result.error.code))
    expect(codes.filter((code) => code === 'TOO_MANY_REQUESTS').length).toBeGreaterThan(100)
    expect(await scene.other.refusal('chair', {})).toBe('REQUEST_UNKNOWN')
  })

  it('of requests that wait for a worker that hangs does not grow without end', async () => {
    const browser = await TestBrowser.joined(server)
    const body = { transportId: browser.room.sendTransport.id }
    const pid = server.workers.alive[0]?.pid ?? 0
    process.kill(pid, 'SIGSTOP')
    let refused = 0
    const answers = Array.from({ length: 150 }, async () => {
      const result = await browser.raw('restartIce', body)
      if (!result.ok && result.error.code === 'TOO_MANY_REQUESTS') refused++
      return result.ok
    })
    try {
      await until(() => refused === 50)
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    expect((await Promise.all(answers)).filter(Boolean)).toHaveLength(100)
  })
})

describe('after all of this', () => {
  it('no worker has died and the room works', async () => {
    expect(server.workers.deaths).toBe(0)
    const { consumers, failed } = await scene.listener.consume(scene.othersProducerId, scene.myProducerId)
    expect(failed).toEqual([])
    expect(consumers).toHaveLength(2)
  })
})

/** A body that the schema accepts, for those whose right is in question and not their words. */
function wellFormed(request: MediaRequest): object {
  const id = 'a'
  const bodies: Record<keyof MediaReplies, object> = {
    join: { device: 'phone' },
    resume: {},
    connectTransport: { transportId: id, dtlsParameters: {} },
    restartIce: { transportId: id },
    produce: { transportId: id, kind: 'audio', source: 'microphone', rtpParameters: {}, paused: false },
    pauseProducer: { producerId: id },
    resumeProducer: { producerId: id },
    closeProducer: { producerId: id },
    consume: { producerIds: [id], rtpCapabilities: {} },
    pauseConsumers: { consumerIds: [id] },
    resumeConsumers: { consumerIds: [id] },
    setPreferredLayers: { consumerId: id, spatialLayer: 0 },
    reportLink: { link: 'poor', mostBitrate: 64_000 },
    leave: {},
  }
  return bodies[request]
}
