// A broken socket is not a departure: for a while the peer stays, with all it sends, and its browser comes back to it.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

let patient: MediaServer
let impatient: MediaServer

beforeAll(async () => {
  patient = await startTestServer()
  impatient = await startTestServer({ resumeSeconds: 0.2 })
})

afterEach(() => TestBrowser.closeAll())

afterAll(async () => {
  await patient.stop()
  await impatient.stop()
})

async function two(server: MediaServer) {
  const meetingId = randomUUID()
  const memberId = randomUUID()
  const onlooker = await TestBrowser.joined(server, { meetingId })
  const traveller = await TestBrowser.joined(server, { meetingId, memberId })
  const room = server.registry.rooms.find((candidate) => candidate.meetingId === meetingId)
  const lost = () => until(() => room?.peerOf(memberId)?.present !== true)
  return { meetingId, memberId, onlooker, traveller, lost }
}

describe('within the time', () => {
  it('nobody is told of the break, and everything is still there', async () => {
    const { onlooker, traveller, lost, memberId } = await two(patient)
    const own = await traveller.produce('microphone')
    const { consumers } = await traveller.consume(await onlooker.produce('microphone'))
    traveller.socket.disconnect()
    await lost()

    // What happens meanwhile is in the answer.
    const camera = await onlooker.produce('camera')
    const back = await TestBrowser.connect(patient, { resumeToken: traveller.room.resumeToken })
    const state = await back.ask('resume', {})
    expect(state.ownProducerIds).toEqual([own])
    expect(state.consumerIds).toEqual(consumers.map(({ id }) => id))
    expect(state.producers.map(({ source }) => source).sort()).toEqual(['camera', 'microphone'])
    expect(state.memberIds).toContain(memberId)

    // It goes on where it was.
    expect(onlooker.heard('peerLeft')).toEqual([])
    expect(onlooker.heard('producerClosed')).toEqual([])
    await back.ask('pauseProducer', { producerId: own })
    expect(await onlooker.hears('producerPaused')).toEqual({ producerId: own })
    await onlooker.ask('closeProducer', { producerId: camera })
    expect(await back.hears('producerClosed')).toEqual({ producerId: camera })
    await back.ask('restartIce', { transportId: traveller.room.receiveTransport.id })
  })

  it('it can be done again and again, with either token', async () => {
    const { traveller, lost } = await two(patient)
    const { resumeToken } = traveller.room
    traveller.socket.disconnect()
    await lost()
    const once = await TestBrowser.connect(patient, { resumeToken })
    const { resumeToken: newer } = await once.ask('resume', {})
    once.socket.disconnect()
    await lost()
    const twice = await TestBrowser.connect(patient, { resumeToken: newer })
    await twice.ask('resume', {})
    twice.socket.disconnect()
    await lost()
    await (await TestBrowser.connect(patient, { resumeToken })).ask('resume', {})
  })

  it('a page that was loaded anew joins with a new grant and is counted once', async () => {
    const { meetingId, memberId, onlooker, traveller, lost } = await two(patient)
    traveller.socket.disconnect()
    await lost()
    const anew = await TestBrowser.joined(patient, { meetingId, memberId })
    expect(anew.room.memberIds).toHaveLength(2)
    expect(onlooker.heard('peerLeft')).toEqual([])
  })

  it('a session whose connection of media has ended cannot go on', async () => {
    const { meetingId, memberId, traveller, lost } = await two(patient)
    traveller.socket.disconnect()
    await lost()
    const room = patient.registry.rooms.find((candidate) => candidate.meetingId === meetingId)
    room?.peerOf(memberId)?.sendTransport.close()
    const refused = TestBrowser.connect(patient, { resumeToken: traveller.room.resumeToken })
    await expect(refused).rejects.toEqual({ code: 'RESUME_UNKNOWN' })
    await TestBrowser.joined(patient, { meetingId, memberId })
  })
})

describe('after the time', () => {
  it('the peer is gone, the others are told, and the token opens nothing', async () => {
    const { memberId, onlooker, traveller } = await two(impatient)
    const producerId = await traveller.produce('microphone')
    traveller.socket.disconnect()
    expect(await onlooker.hears('peerLeft')).toEqual({ memberId })
    expect(onlooker.heard('producerClosed')).toEqual([{ producerId }])
    const refused = TestBrowser.connect(impatient, { resumeToken: traveller.room.resumeToken })
    await expect(refused).rejects.toEqual({ code: 'RESUME_UNKNOWN' })
  })

  it('a room in which everybody only waited is closed', async () => {
    const { meetingId, onlooker, traveller } = await two(impatient)
    onlooker.socket.disconnect()
    traveller.socket.disconnect()
    await until(() => !impatient.registry.rooms.some((room) => room.meetingId === meetingId))
  })

  it('a browser that is let in and then too late is refused at the request', async () => {
    const { traveller, onlooker } = await two(impatient)
    const back = await TestBrowser.connect(impatient, { resumeToken: traveller.room.resumeToken })
    traveller.socket.disconnect()
    await onlooker.hears('peerLeft')
    expect(await back.refusal('resume', {})).toBe('RESUME_UNKNOWN')
  })
})

it('a browser that is gone before its join is done leaves nobody behind', async () => {
  const meetingId = randomUUID()
  const roomStands = () => impatient.registry.rooms.some((room) => room.meetingId === meetingId)
  const browser = await TestBrowser.withGrant(impatient, { meetingId })
  const pid = impatient.workers.alive[0]?.pid ?? 0
  process.kill(pid, 'SIGSTOP')
  try {
    browser.socket.emit('join', { device: 'phone' }, () => {})
    await until(roomStands)
    browser.socket.disconnect()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  await until(() => !roomStands())
})

it('a token of another process opens nothing', async () => {
  const elsewhere = await TestBrowser.joined(impatient)
  const refused = TestBrowser.connect(patient, { resumeToken: elsewhere.room.resumeToken })
  await expect(refused).rejects.toEqual({ code: 'RESUME_UNKNOWN' })
})
