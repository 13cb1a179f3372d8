// The session against a fake media-server (testing/fakeMediaServer.ts) that moves no media: what is tested is what it asks for,
// what it shows, and how it comes back.
import { AppError } from '@hoi-truong/shared/errors'
import type { GrantReply } from '@hoi-truong/shared/media'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeMediaServer } from '../../../testing/fakeMediaServer.ts'
import { fakeTrack } from '../../../testing/fakeTrack.ts'
import { MediaSession } from './mediaSession.ts'
import type { MediaView } from './mediaView.ts'

const me = 'me'
let server: FakeMediaServer
let session: MediaSession
let grants: GrantReply[]
let nextGrant: () => Partial<GrantReply>

beforeEach(() => {
  server = new FakeMediaServer()
  grants = []
  nextGrant = () => ({})
  session = new MediaSession({
    ownMemberId: me,
    grant: async () => {
      const grant = { url: 'http://media', grant: `grant-${grants.length + 1}`, epoch: server.epoch, ...nextGrant() }
      grants.push(grant)
      return grant
    },
    open: server.open,
    createDevice: server.createDevice,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  })
})

afterEach(() => session.close())

const view = () => session.view.getState()
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000 })
const untilConnected = () => until(() => expect(view().connection).toBe('connected'))
const sent = () => [...server.own.values()]
const flowing = () => [...server.flowing.values()].filter(Boolean).length

describe('joining', () => {
  it('sends what was wished before, also silently', async () => {
    session.wish('microphone', { track: fakeTrack('audio'), paused: true })
    session.wish('camera', { track: fakeTrack('video', { width: 1280, height: 720 }), paused: false })
    session.start()
    await untilConnected()
    await until(() => expect(sent()).toHaveLength(2))
    expect(sent()).toEqual([
      { source: 'microphone', paused: true },
      { source: 'camera', paused: false },
    ])
  })

  it('receives everybody else’s microphone and at most four cameras', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) {
      server.produce(`m${n}`, 'microphone')
      server.produce(`m${n}`, 'camera')
    }
    server.produce(me, 'microphone')
    session.start()
    await until(() => expect(flowing()).toBe(10))
    expect(Object.keys(view().remote)).toHaveLength(6)
    expect(Object.values(view().remote).filter(({ camera }) => camera?.track)).toHaveLength(4)
    expect(view().remote[me]).toBeUndefined()
  })

  it('asks for a new grant when the old one came too late', async () => {
    server.obstacles.push('GRANT_EXPIRED', 'EPOCH_STALE')
    session.start()
    await untilConnected()
    expect(server.handshakes).toEqual([{ grant: 'grant-1' }, { grant: 'grant-2' }, { grant: 'grant-3' }])
  })

  it('keeps trying while nobody answers', async () => {
    server.obstacles.push('silence', 'silence', 'silence', 'silence')
    session.start()
    await untilConnected()
  })

  it('stops with a word when the browser cannot do it', async () => {
    server.createDevice = async () => {
      throw new AppError('MEDIA_INCOMPATIBLE')
    }
    session = new MediaSession({
      ownMemberId: me,
      grant: async () => ({ url: 'http://media', grant: 'g', epoch: 1 }),
      open: server.open,
      createDevice: server.createDevice,
    })
    session.start()
    await until(() => expect(view()).toMatchObject({ connection: 'stopped', stopped: 'MEDIA_INCOMPATIBLE' }))
  })
})

describe('in the room', () => {
  beforeEach(async () => {
    session.wish('microphone', { track: fakeTrack('audio'), paused: false })
    session.start()
    await untilConnected()
    await until(() => expect(sent()).toHaveLength(1))
  })

  it('turns sound off and on, and sends and withdraws a picture', async () => {
    const track = fakeTrack('audio')
    session.wish('microphone', { track, paused: true })
    await until(() => expect(sent()[0]?.paused).toBe(true))
    session.wish('microphone', { track, paused: false })
    session.wish('camera', { track: fakeTrack('video'), paused: false })
    await until(() => expect(sent()).toHaveLength(2))
    expect(sent()[0]?.paused).toBe(false)
    session.wish('camera', null)
    await until(() => expect(sent()).toHaveLength(1))
  })

  it('ends with the last wish when buttons are pressed faster than the server answers', async () => {
    const track = fakeTrack('audio')
    for (const paused of [true, false, true, false, true]) session.wish('microphone', { track, paused })
    await until(() => expect(sent()).toEqual([{ source: 'microphone', paused: true }]))
  })

  it('follows those who come, go and turn their sound off', async () => {
    server.wire.push('producerAdded', server.produce('m1', 'microphone'))
    await until(() => expect(view().remote.m1?.microphone?.track).toBeTruthy())
    server.wire.push('producerPaused', { producerId: 'm1-microphone' })
    expect(view().remote.m1?.microphone?.paused).toBe(true)
    server.wire.push('producerClosed', { producerId: 'm1-microphone' })
    expect(view().remote.m1).toBeUndefined()
  })

  it('brings in the picture of who speaks', async () => {
    for (const n of [1, 2, 3, 4, 5]) server.wire.push('producerAdded', server.produce(`m${n}`, 'camera'))
    await until(() => expect(flowing()).toBe(4))
    expect(view().remote.m5?.camera?.track).toBeNull()
    server.wire.push('speakers', { speakers: [{ memberId: 'm5', volume: -20 }] })
    await until(() => expect(view().remote.m5?.camera?.track).toBeTruthy())
    expect(flowing()).toBe(4)
    expect(view().speakers).toEqual(['m5'])
  })

  it('stops sending what it may no longer send, and sends it again when it may', async () => {
    server.own.clear()
    server.wire.push('grants', { mayPublish: [], held: [] })
    await until(() => expect(view().mayPublish).toEqual([]))
    expect(sent()).toEqual([])
    server.wire.push('grants', { mayPublish: ['microphone'], held: [] })
    await until(() => expect(sent()).toHaveLength(1))
  })
})

describe('after a break of the connection', () => {
  beforeEach(async () => {
    server.produce('m1', 'microphone')
    session.wish('microphone', { track: fakeTrack('audio'), paused: false })
    session.start()
    await until(() => expect(flowing()).toBe(1))
    await until(() => expect(sent()).toHaveLength(1))
  })

  it('resumes with its token, without a grant, and keeps what flows', async () => {
    const before = view().remote.m1?.microphone?.track
    server.wire.close()
    await until(() => expect(server.wires).toHaveLength(2))
    await untilConnected()
    expect(server.handshakes.at(-1)).toEqual({ resumeToken: 'resume-1' })
    expect(grants).toHaveLength(1)
    expect(view().remote.m1?.microphone?.track).toBe(before)
    expect(sent()).toHaveLength(1)
  })

  it('says that it reconnects while it does', async () => {
    const seen: MediaView[] = []
    session.view.subscribe((state) => seen.push(state))
    server.obstacles.push('silence')
    server.wire.close()
    await until(() => expect(server.wires).toHaveLength(2))
    await untilConnected()
    const during = seen.find(({ connection }) => connection === 'reconnecting')
    expect(during?.remote.m1?.microphone?.track).toBeTruthy()
  })

  it('catches up on what happened meanwhile', async () => {
    server.producers = []
    const camera = server.produce('m2', 'camera')
    server.wire.close()
    await until(() => expect(view().remote.m2?.camera?.track).toBeTruthy())
    expect(view().remote.m1).toBeUndefined()
    expect(view().remote.m2?.camera?.producerId).toBe(camera.producerId)
  })

  it('sends again what the server has lost, and withdraws what it does not know', async () => {
    server.own.clear()
    server.own.set('unheard-of', { source: 'camera', paused: false })
    server.wire.close()
    await until(() => expect(sent()).toEqual([{ source: 'microphone', paused: false }]))
  })

  it('tells the server what was pressed during the break', async () => {
    server.obstacles.push('silence')
    server.wire.close()
    session.wish('microphone', { track: fakeTrack('audio'), paused: true })
    await until(() => expect(sent()).toEqual([{ source: 'microphone', paused: true }]))
  })

  it('joins anew when its place is gone, and sends the same again', async () => {
    server.obstacles.push('RESUME_UNKNOWN')
    server.wire.close()
    await until(() => expect(grants).toHaveLength(2))
    await untilConnected()
    await until(() => expect(sent()).toEqual([{ source: 'microphone', paused: false }]))
    await until(() => expect(view().remote.m1?.microphone?.track).toBeTruthy())
  })

  it('joins anew when the room lost its worker', async () => {
    server.epoch = 2
    server.wire.push('roomLost', { epoch: 1 })
    await until(() => expect(grants).toHaveLength(2))
    await untilConnected()
  })

  it('moves to the new place when the old server stays silent', async () => {
    server.obstacles.push('silence', 'silence')
    nextGrant = () => ({ url: 'http://other', epoch: 2 })
    server.wire.close()
    await until(() => expect(server.handshakes.at(-1)).toEqual({ grant: 'grant-2' }))
    await untilConnected()
  })

  it('stays with the old place when signaling knows no other', async () => {
    server.obstacles.push('silence', 'silence', 'silence')
    server.wire.close()
    await until(() => expect(server.wires).toHaveLength(2))
    expect(server.handshakes.at(-1)).toEqual({ resumeToken: 'resume-1' })
  })
})

describe('when the path for sound and picture breaks', () => {
  beforeEach(async () => {
    server.produce('m1', 'microphone')
    session.start()
    await until(() => expect(flowing()).toBe(1))
    server.setTransports('connected')
  })

  const restarts = () => server.wires.flatMap((wire) => wire.names()).filter((name) => name === 'restartIce').length

  it('looks for another one at once', async () => {
    server.setTransports('failed')
    expect(view().connection).toBe('reconnecting')
    await until(() => expect(restarts()).toBe(2))
    server.setTransports('connected')
    await untilConnected()
    expect(grants).toHaveLength(1)
  })

  it('waits with it until there is a connection to agree on it', async () => {
    server.obstacles.push('silence')
    server.wire.close()
    server.setTransports('failed')
    await until(() => expect(server.wires).toHaveLength(2))
    await until(() => expect(restarts()).toBe(2))
  })
})

describe('being shown out', () => {
  beforeEach(async () => {
    session.start()
    await untilConnected()
  })

  it.each(['PEER_REPLACED', 'PEER_REMOVED', 'ROOM_ENDED'] as const)('stays out after %s and says so', async (code) => {
    server.wire.push('removed', { code })
    await until(() => expect(view()).toMatchObject({ connection: 'stopped', stopped: code, remote: {} }))
    expect(server.wires).toHaveLength(1)
  })

  it('can be taken back by the person', async () => {
    server.wire.push('removed', { code: 'PEER_REPLACED' })
    await until(() => expect(view().connection).toBe('stopped'))
    session.start()
    await untilConnected()
    expect(view().stopped).toBeNull()
    expect(grants).toHaveLength(2)
  })

  it('leaves with a word to the server', async () => {
    await session.leave()
    expect(server.wire.names()).toContain('leave')
    expect(view().connection).toBe('idle')
  })
})
