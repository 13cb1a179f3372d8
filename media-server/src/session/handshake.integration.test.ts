// Who is let in: the refusals reach the browser as typed errors at its connect_error.
import { randomUUID } from 'node:crypto'
import type { ErrorReply } from '@hoi-truong/shared/errors'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { grantClaims, signGrant, startTestServer } from '../testing/mediaTestServer.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'

let server: MediaServer

beforeAll(async () => {
  server = await startTestServer()
})

afterEach(() => TestBrowser.closeAll())

afterAll(() => server.stop())

async function refusal(auth: object): Promise<ErrorReply> {
  try {
    await TestBrowser.connect(server, auth)
  } catch (error) {
    return error as ErrorReply
  }
  throw new Error('the handshake was not refused')
}

describe('a handshake', () => {
  it.each([
    ['without anything', {}, 'GRANT_MISSING'],
    ['with something else', { password: 'x' }, 'REQUEST_MALFORMED'],
    ['with a grant that is no text', { grant: { a: 1 } }, 'REQUEST_MALFORMED'],
    ['with both tokens', { grant: 'a', resumeToken: 'b' }, 'REQUEST_MALFORMED'],
    ['with a grant of five thousand characters', { grant: 'x'.repeat(5_000) }, 'REQUEST_MALFORMED'],
    ['with a grant that is none', { grant: 'x' }, 'GRANT_INVALID'],
    ['with an expired grant', { grant: signGrant(grantClaims(), { expiresIn: -5 }) }, 'GRANT_EXPIRED'],
    [
      'with a forged grant',
      { grant: signGrant(grantClaims(), { secret: 'a-secret-of-someone-else' }) },
      'GRANT_INVALID',
    ],
    ['with a grant for another node', { grant: signGrant(grantClaims({ nodeId: 'media-2' })) }, 'GRANT_OTHER_NODE'],
    ['with a resume token that is none', { resumeToken: 'x' }, 'RESUME_UNKNOWN'],
    ['with a grant as resume token', { resumeToken: signGrant(grantClaims()) }, 'RESUME_UNKNOWN'],
  ])('%s is refused', async (_name, auth, code) => {
    expect(await refusal(auth)).toMatchObject({ code })
  })

  it('with a lower epoch than the room has is refused', async () => {
    const meetingId = randomUUID()
    await TestBrowser.joined(server, { meetingId, epoch: 2 })
    expect(await refusal({ grant: signGrant(grantClaims({ meetingId, epoch: 1 })) })).toEqual({ code: 'EPOCH_STALE' })
  })
})

describe('a grant', () => {
  it('leads into its own room and no other', async () => {
    const someone = await TestBrowser.joined(server)
    const stranger = await TestBrowser.joined(server)
    const producerId = await someone.produce('microphone')
    expect(stranger.room.producers).toEqual([])
    expect(stranger.room.memberIds).toHaveLength(1)
    expect((await stranger.consume(producerId)).failed).toEqual([{ producerId, code: 'PRODUCER_UNKNOWN' }])
    expect(stranger.heard('producerAdded')).toEqual([])
  })

  it('of a higher epoch moves the room: who was in the old place is told that it is lost', async () => {
    const meetingId = randomUUID()
    const early = await TestBrowser.joined(server, { meetingId, epoch: 1 })
    const late = await TestBrowser.joined(server, { meetingId, epoch: 2 })
    expect(await early.hears('roomLost')).toEqual({ epoch: 1 })
    await early.isCutOff()
    expect(late.room.memberIds).toHaveLength(1)
    expect(late.room.epoch).toBe(2)
  })

  it('that was good at the handshake is looked at again at the join', async () => {
    const meetingId = randomUUID()
    const waiting = await TestBrowser.withGrant(server, { meetingId, epoch: 1 })
    await TestBrowser.joined(server, { meetingId, epoch: 2 })
    expect(await waiting.refusal('join', { device: 'phone' })).toBe('EPOCH_STALE')
  })
})

it('a socket that never joins is cut off, one that has joined is not', async () => {
  const hasty = await startTestServer({}, { joinWithinMs: 100 })
  try {
    const joined = await TestBrowser.joined(hasty)
    const idle = await TestBrowser.withGrant(hasty)
    await idle.isCutOff()
    await joined.produce('microphone')
  } finally {
    await hasty.stop()
  }
})
