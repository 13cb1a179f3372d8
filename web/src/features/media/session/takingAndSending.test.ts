// What the session takes and sends, for what the server, the person and the page say, against a fake media-server (testing/fakeMediaServer.ts).
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeMediaServer } from '../../../testing/fakeMediaServer.ts'
import { fakeTrack } from '../../../testing/fakeTrack.ts'
import { MediaSession, type MediaSessionDeps } from './mediaSession.ts'

const me = 'me'
let server: FakeMediaServer
let session: MediaSession

const open = (more: Partial<MediaSessionDeps> = {}) =>
  new MediaSession({
    ownMemberId: me,
    grant: async () => ({ url: 'http://media', grant: 'g', epoch: 1 }),
    open: server.open,
    createDevice: server.createDevice,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    ...more,
  })

beforeEach(() => {
  server = new FakeMediaServer()
  session = open()
})
afterEach(() => session.close())

const view = () => session.view.getState()
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000 })
const untilConnected = () => until(() => expect(view().connection).toBe('connected'))
const sent = () => [...server.own.values()]

describe('what is taken of what the room sends', () => {
  const everybody = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']
  const flowingOf = (source: string) =>
    [...server.consumed].filter(([id, producerId]) => producerId.endsWith(source) && server.flowing.get(id)).length
  const untilFlow = (microphones: number, cameras: number) =>
    until(() => expect([flowingOf('microphone'), flowingOf('camera')]).toEqual([microphones, cameras]))
  const heights = (pixels: number) => new Map(everybody.map((id) => [id, pixels]))

  beforeEach(async () => {
    for (const id of everybody) {
      server.produce(id, 'microphone')
      server.produce(id, 'camera')
    }
    session.arrange([], heights(180))
    session.start()
    await untilFlow(6, 4)
  })

  it('a tab in the background costs sound only, and its pictures come back by themselves', async () => {
    session.suit({ visible: false })
    await untilFlow(6, 0)
    expect(Object.values(view().remote).filter(({ camera }) => camera?.track)).toEqual([])
    session.suit({ visible: true })
    await untilFlow(6, 4)
  })

  it('as many cameras as the server allows now', async () => {
    server.wire.push('policy', { ...server.policy, cameras: 2 })
    await untilFlow(6, 2)
    expect(view().policy.cameras).toBe(2)
  })

  it('a picture that the server refuses keeps no voice', async () => {
    server.policy = { ...server.policy, cameras: 0 }
    server.wire.push('producerAdded', server.produce('m7', 'microphone'))
    session.arrange(
      [],
      new Map([
        ['m5', 180],
        ['m6', 180],
      ]),
    )
    await until(() => expect(flowingOf('microphone')).toBe(7))
  })

  it('what has no tile on the screen does not flow', async () => {
    session.arrange(
      [],
      new Map([
        ['m1', 180],
        ['m2', 0],
      ]),
    )
    await untilFlow(6, 1)
    session.arrange([], heights(180))
    await untilFlow(6, 4)
  })

  it('the layer by the height of the tile, settled before the picture comes', async () => {
    const layers = () =>
      server.wire.requests
        .filter(({ name }) => name === 'setPreferredLayers')
        .map(({ body }) => (body as { spatialLayer: number }).spatialLayer)
    expect(layers()).toEqual([0, 0, 0, 0])
    const names = server.wire.names()
    expect(names.lastIndexOf('setPreferredLayers')).toBeLessThan(names.lastIndexOf('resumeConsumers'))
    session.arrange([], new Map([...heights(180), ['m1', 700]]))
    await until(() => expect(layers()).toEqual([0, 0, 0, 0, 2]))
  })

  it('while saving data one small picture, and the server is told', async () => {
    session.suit({ saving: true })
    await untilFlow(6, 1)
    expect(view().link.saving).toBe(true)
    await until(() => {
      const told = server.wire.requests.filter(({ name }) => name === 'reportLink').at(-1)
      expect(told?.body).toEqual({ link: 'poor', mostBitrate: 200_000 })
    })
    session.suit({ saving: false })
    await untilFlow(6, 4)
  })

  it('beside a site’s own device nothing at all', async () => {
    session.suit({ companion: true })
    await untilFlow(0, 0)
    expect(Object.values(view().remote).filter(({ microphone }) => microphone?.track)).toEqual([])
  })

  it('what was to stop during a break has stopped after it', async () => {
    server.obstacles.push('silence')
    server.wire.close()
    session.suit({ visible: false })
    await until(() => expect(server.wires).toHaveLength(2))
    await untilFlow(6, 0)
  })
})

describe('the own microphone', () => {
  let silenced: number

  beforeEach(async () => {
    silenced = 0
    session.close()
    const track = fakeTrack('audio')
    session = open({
      silence: () => {
        silenced += 1
        session.wish('microphone', { track, paused: true })
      },
    })
    session.wish('microphone', { track, paused: false })
  })

  const begin = async () => {
    session.start()
    await untilConnected()
    await until(() => expect(sent()).toHaveLength(1))
  }

  it('held: nothing is sent, the server knows that it is on, and it goes out at once when the floor is given', async () => {
    server.held = ['microphone']
    await begin()
    expect(sent()).toEqual([{ source: 'microphone', paused: false }])
    await until(() => expect(server.sends('microphone')).toBe(false))
    expect(view().held).toEqual(['microphone'])
    server.wire.push('grants', { mayPublish: ['microphone', 'camera'], held: [] })
    await until(() => expect(server.sends('microphone')).toBe(true))
    expect(view().held).toEqual([])
    server.wire.push('grants', { mayPublish: ['microphone', 'camera'], held: ['microphone'] })
    await until(() => expect(server.sends('microphone')).toBe(false))
  })

  it('silenced by the chair: off here too, and on again when the person says so', async () => {
    await begin()
    server.wire.push('silenced', {})
    await until(() => expect(sent()).toEqual([{ source: 'microphone', paused: true }]))
    expect(view().silenced).toBe(true)
    session.wish('microphone', { track: fakeTrack('audio'), paused: false })
    await until(() => expect(sent()).toEqual([{ source: 'microphone', paused: false }]))
    expect(view().silenced).toBe(false)
  })

  it('silenced while it was off: nothing to say', async () => {
    session.wish('microphone', { track: fakeTrack('audio'), paused: true })
    await begin()
    server.wire.push('silenced', {})
    expect([silenced, view().silenced]).toEqual([0, false])
  })

  it('silenced while the line was dead: never on again by itself', async () => {
    await begin()
    server.silenced = true
    server.wire.close()
    await until(() => expect(server.wires).toHaveLength(2))
    await until(() => expect(sent()).toEqual([{ source: 'microphone', paused: true }]))
    expect(view().silenced).toBe(true)
    expect(server.wire.names()).not.toContain('resumeProducer')
  })

  it('three talk already: said, and taken back', async () => {
    await begin()
    server.wire.push('talkingOver', { unheard: true })
    expect(view().unheard).toBe(true)
    server.wire.push('talkingOver', { unheard: false })
    expect(view().unheard).toBe(false)
  })
})

describe('the device', () => {
  it('joins as what it is, and anew as what it becomes', async () => {
    let device: 'computer' | 'site' = 'computer'
    session.close()
    session = open({ device: () => device })
    session.start()
    await untilConnected()
    device = 'site'
    session.rejoin()
    await until(() => expect(server.wires).toHaveLength(2))
    await untilConnected()
    const joins = server.wires.flatMap(({ requests }) => requests).filter(({ name }) => name === 'join')
    expect(joins.map(({ body }) => body)).toEqual([{ device: 'computer' }, { device: 'site' }])
  })
})
