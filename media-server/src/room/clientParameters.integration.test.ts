// Whatever a browser says about its streams, the worker that other rooms share lives and goes on working.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
import { dtlsParameters, opusParameters, vp8Parameters } from '../testing/rtpSamples.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'

let server: MediaServer
let browser: TestBrowser

beforeAll(async () => {
  server = await startTestServer()
})

beforeEach(async () => {
  browser = await TestBrowser.joined(server)
})

afterAll(async () => {
  TestBrowser.closeAll()
  await server.stop()
})

type Json = unknown

/** Every place in a value, as the path to it. */
function places(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [path, ...inner.flatMap(([key, child]) => places(child, [...path, Array.isArray(value) ? Number(key) : key]))]
}

/** The value with another one at that place, or with the place taken out. */
function changed(value: Json, [key, ...rest]: (string | number)[], put: Json): Json {
  if (key === undefined) return put
  const copy: Record<string | number, Json> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) }
  const next = changed(copy[key], rest, put)
  if (next === undefined) delete copy[key]
  else copy[key] = next
  return Array.isArray(value) ? Object.values(copy) : copy
}

const oddValue = fc.oneof(
  fc.constantFrom(undefined, null, '', 0, -1, 255, 256, 2 ** 31, 2 ** 32, 2 ** 53, 1e300, 0.5, true, [], {}, [[]], {
    a: {},
  }),
  fc.constantFrom('audio/opus', 'video/VP8', 'video/rtx', 'VP8', 'x'.repeat(300), '__proto__', 'S3T3', '\u0000'),
  fc.jsonValue(),
)

/** One of the samples with one to three places changed. */
const spoilt = (sample: () => Json) =>
  fc.array(fc.tuple(fc.nat(), oddValue), { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce((value: Json, [at, put]) => {
      const all = places(value).filter((path) => path.length > 0)
      return all.length === 0 ? value : changed(value, all[at % all.length] ?? [], put)
    }, sample()),
  )

const acceptable = ['ok', 'MEDIA_INCOMPATIBLE', 'REQUEST_MALFORMED', 'SOURCE_TAKEN', 'TOO_MANY_REQUESTS']

async function stillWorks(): Promise<void> {
  expect(server.workers.deaths).toBe(0)
  const witness = await TestBrowser.joined(server)
  await witness.produce('camera')
  witness.socket.disconnect()
}

describe('spoilt parameters', () => {
  it('of a producer end in a producer or a refusal', async () => {
    let accepted = 0
    const sample = fc.oneof(spoilt(opusParameters), spoilt(vp8Parameters))
    const property = fc.asyncProperty(
      sample,
      fc.constantFrom('microphone', 'camera'),
      async (rtpParameters, source) => {
        const meetingId = randomUUID()
        const [asker, listener] = await Promise.all([
          TestBrowser.joined(server, { meetingId }),
          TestBrowser.joined(server, { meetingId }),
        ])
        const result = await asker.raw('produce', {
          transportId: asker.room.sendTransport.id,
          kind: source === 'camera' ? 'video' : 'audio',
          source,
          rtpParameters,
          paused: false,
        })
        expect(acceptable).toContain(result.ok ? 'ok' : result.error.code)
        if (result.ok) {
          const { producerId } = result.value as { producerId: string }
          // What one may send, the others must be able to ask for.
          const rtpCapabilities = listener.room.routerRtpCapabilities
          expect(await listener.raw('consume', { producerIds: [producerId], rtpCapabilities })).toMatchObject({
            ok: true,
          })
          accepted++
        }
        await Promise.all([asker.ask('leave', {}), listener.ask('leave', {})])
        asker.socket.disconnect()
        listener.socket.disconnect()
      },
    )
    await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 300) })
    expect(accepted).toBeGreaterThan(0)
    await stillWorks()
  })

  it('of a consumer end in a consumer or a refusal', async () => {
    const sender = await TestBrowser.joined(server)
    const producerIds = [await sender.produce('microphone'), await sender.produce('camera')]
    const meetingId = meetingOf(sender)
    const property = fc.asyncProperty(
      spoilt(() => sender.room.routerRtpCapabilities),
      async (rtpCapabilities) => {
        const asker = await TestBrowser.joined(server, { meetingId })
        const result = await asker.raw('consume', { producerIds, rtpCapabilities })
        expect(acceptable).toContain(result.ok ? 'ok' : result.error.code)
        await asker.ask('leave', {})
        asker.socket.disconnect()
      },
    )
    await fc.assert(property, { numRuns: 150 })
    await stillWorks()
  })

  it('of a certificate end in a connection or a refusal', async () => {
    const property = fc.asyncProperty(
      spoilt(() => dtlsParameters),
      async (spoiltParameters) => {
        const asker = await TestBrowser.joined(server)
        const transportId = asker.room.sendTransport.id
        const result = await asker.raw('connectTransport', { transportId, dtlsParameters: spoiltParameters })
        expect(acceptable).toContain(result.ok ? 'ok' : result.error.code)
        asker.socket.disconnect()
      },
    )
    await fc.assert(property, { numRuns: 100 })
    await stillWorks()
  })
})

function meetingOf(someone: TestBrowser): string {
  const room = server.registry.rooms.find(({ memberIds }) => memberIds.includes(someone.room.memberIds[0] ?? ''))
  if (!room) throw new Error('no room has this member')
  return room.meetingId
}

describe('parameters that are well formed and wrong', () => {
  const produce = (kind: string, source: string, rtpParameters: unknown) =>
    browser.refusal('produce', {
      transportId: browser.room.sendTransport.id,
      kind,
      source,
      rtpParameters,
      paused: false,
    })

  it.each<[string, (parameters: ReturnType<typeof opusParameters>) => unknown]>([
    ['no encodings', (p) => ({ ...p, encodings: [] })],
    ['four layers', (p) => ({ ...p, encodings: [1, 2, 3, 4].map((ssrc) => ({ ssrc })) })],
    ['no codecs', (p) => ({ ...p, codecs: [] })],
    [
      'a codec that the room does not speak',
      (p) => ({ ...p, codecs: [{ ...first(p.codecs), mimeType: 'audio/PCMU' }] }),
    ],
    ['an extension that nobody knows', (p) => ({ ...p, headerExtensions: [{ uri: 'urn:x', id: 1 }] })],
    ['a parameter inside a parameter', (p) => ({ ...p, codecs: [{ ...first(p.codecs), parameters: { a: {} } }] })],
  ])('%s', async (_name, spoil) => {
    expect(await produce('audio', 'microphone', spoil(opusParameters()))).toBe('MEDIA_INCOMPATIBLE')
  })

  it('an SSRC that the transport has already', async () => {
    const rtpParameters = opusParameters()
    const transportId = browser.room.sendTransport.id
    await browser.ask('produce', { transportId, kind: 'audio', source: 'microphone', rtpParameters, paused: false })
    const again = { ...vp8Parameters(), encodings: rtpParameters.encodings }
    expect(await produce('video', 'camera', again)).toBe('MEDIA_INCOMPATIBLE')
  })

  it('a second certificate for a transport that has one', async () => {
    const transportId = browser.room.sendTransport.id
    await browser.ask('connectTransport', { transportId, dtlsParameters })
    await browser.ask('connectTransport', { transportId, dtlsParameters })
    const other = { fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill('CD').join(':') }] }
    expect(await browser.refusal('connectTransport', { transportId, dtlsParameters: other })).toBe('MEDIA_INCOMPATIBLE')
  })
})

function first(list: unknown): object {
  return (list as object[])[0] ?? {}
}
