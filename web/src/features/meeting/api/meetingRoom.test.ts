// The member's place in a meeting against a fake connection (testing/fakeWire.ts); log, chain and reducer are the real ones.
import { AppError } from '@hoi-truong/shared/errors'
import { chainEvent, GENESIS, type LogEvent, type Position } from '@hoi-truong/shared/log'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { afterEach, expect, it, vi } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import { FakeWire } from '../../../testing/fakeWire.ts'
import type { GatewayWire } from './gateway.ts'
import { MeetingRoom } from './meetingRoom.ts'

const meetingId = '7a3e0b0c-8f43-4a4f-9a0e-1c9f0f5f9d01'
const member = (n: number) => `0b0c7a3e-8f43-4a4f-9a0e-1c9f0f5f9d0${n}`
const viewer = { memberId: member(1), bureau: false }

let head: Position = GENESIS
const log: LogEvent[] = [1, 2, 3, 4, 5, 6].map((n) => {
  const draft = {
    type: 'attendance.intervalStarted',
    version: 1,
    audience: 'everyone' as const,
    payload: { memberId: member(n) },
  }
  const at = new Date(1_800_000_000_000 + n).toISOString()
  const event = chainEvent(meetingId, head, draft, { actorId: null, at, salt: '00'.repeat(16) })
  head = event
  return event
})

/** Signaling as far as one connection sees it: it has the first `length` entries. */
class FakeServer {
  length = 3
  enter: () => unknown = () => ({ streamId: meetingId, seq: this.length })

  answer = (name: string, body: unknown): unknown => {
    const now = '2026-11-03T12:30:00.000Z'
    if (name === 'subscribe') {
      const { after } = body as { after?: Position }
      const entries = log.slice(0, this.length)
      const base = { streamId: meetingId, now, viewer }
      return after
        ? ({ ...base, kind: 'events', entries: entries.slice(after.seq) } satisfies SyncReply)
        : ({
            ...base,
            kind: 'snapshot',
            position: { seq: this.length, hash: log[this.length - 1]?.hash ?? '' },
            state: meetingReducer.reduceAll(meetingReducer.initial(), entries),
          } satisfies SyncReply)
    }
    if (name === 'command') return this.enter()
    if (name === 'siteCode') return { code: '014906', validUntil: '2026-11-03T12:30:30.000Z' }
    if (name === 'grant') return { url: 'http://media', grant: 'g', epoch: 1 }
    throw new Error(name)
  }
}

function setUp(server = new FakeServer(), options = {}) {
  const wires: FakeWire[] = []
  const refuseToken = vi.fn()
  const sessionEnded = vi.fn()
  const opening: (() => void)[] = []
  const room = new MeetingRoom(
    meetingId,
    {
      accessToken: async () => 'token',
      refuseToken,
      sessionEnded,
      open: async () => {
        opening.shift()?.()
        const wire = new FakeWire(server.answer)
        wires.push(wire)
        return wire as unknown as GatewayWire
      },
      pause: async () => undefined,
    },
    options,
  )
  rooms.push(room)
  void room.run()
  const state = () => room.store.getState()
  const until = (ready: () => boolean) => vi.waitFor(() => expect(ready()).toBe(true), { timeout: 10_000 })
  const last = () => wires.at(-1) as FakeWire
  return { room, server, wires, opening, refuseToken, sessionEnded, state, until, last }
}

const commands = (wire: FakeWire) =>
  wire.requests.filter(({ name }) => name === 'command').map(({ body }) => body as { id: string; validUntil: string })

const rooms: MeetingRoom[] = []
afterEach(() => {
  for (const room of rooms.splice(0)) room.stop()
})

it('takes a snapshot, enters, and gets a grant', async () => {
  const { room, state, until, last } = setUp()
  const grant = room.grant(new AbortController().signal)
  await until(() => state().entered)
  expect(last().names().slice(0, 2)).toEqual(['subscribe', 'command'])
  expect(state().followed?.position.seq).toBe(3)
  await expect(grant).resolves.toMatchObject({ epoch: 1 })
})

it('gives the server a last moment for entering, by the server’s own clock', async () => {
  const { state, until, last } = setUp()
  await until(() => state().entered)
  const left = Date.parse(commands(last())[0]?.validUntil ?? '') - Date.parse('2026-11-03T12:30:00.000Z')
  expect(left).toBeGreaterThan(15_000)
  expect(left).toBeLessThan(25_000)
})

it('applies what is pushed', async () => {
  const { server, state, until, last } = setUp()
  await until(() => state().entered)
  server.length = 5
  last().push('events', { streamId: meetingId, entries: log.slice(3, 5) })
  expect(state().followed?.position.seq).toBe(5)
})

it('keeps what was last told of each poll of its meeting', async () => {
  const { state, until, last } = setUp()
  await until(() => state().entered)
  const told = (pollId: string, voted: number) => ({
    streamId: meetingId,
    progress: { pollId, voted, of: 21, tallies: null, counted: [], stale: [] },
  })
  last().push('pollProgress', told('a', 1))
  last().push('pollProgress', told('b', 2))
  last().push('pollProgress', told('a', 3))
  last().push('pollProgress', { ...told('a', 9), streamId: 'another' })
  expect(Object.values(state().pollProgress).map(({ pollId, voted }) => [pollId, voted])).toEqual([
    ['a', 3],
    ['b', 2],
  ])
})

it('asks for what is missing when a push leaves a gap', async () => {
  const { server, state, until, last } = setUp()
  await until(() => state().entered)
  server.length = 6
  last().push('events', { streamId: meetingId, entries: log.slice(4, 6) })
  await until(() => state().followed?.position.seq === 6)
  expect(last().requests.at(-1)).toMatchObject({ name: 'subscribe', body: { after: { seq: 3 } } })
})

it('keeps what is pushed while the answer is on its way', async () => {
  const server = new FakeServer()
  const { state, until, last } = setUp(server)
  await until(() => state().entered)
  const { promise: late, resolve: answerLate } = Promise.withResolvers<void>()
  const wire = last()
  wire.request = async (name: string, body: unknown) => {
    const reply = server.answer(name, body)
    await late
    return reply
  }
  wire.push('resync', { streamId: meetingId })
  server.length = 5
  wire.push('events', { streamId: meetingId, entries: log.slice(3, 5) })
  answerLate()
  await until(() => state().followed?.position.seq === 5)
})

it('says where the chain is broken and starts over from a snapshot', async () => {
  const { state, until, last } = setUp()
  await until(() => state().entered)
  const changed = { ...log[3], payload: { memberId: member(9) } }
  last().push('events', { streamId: meetingId, entries: [changed] })
  await until(() => state().chainFault === 4)
  await until(() => last().requests.at(-1)?.name === 'subscribe')
  expect(last().requests.at(-1)?.body).toEqual({ streamId: meetingId })
  expect(state().followed?.state.everyone.attendance.intervals[member(9)]).toBeUndefined()
})

it('after a break: says so, gets what it missed, enters anew with a new command id', async () => {
  const { server, state, until, wires, opening } = setUp()
  await until(() => state().entered)
  const during: unknown[] = []
  opening.push(() => during.push(state().connection, state().entered))
  server.length = 5
  wires[0]?.close()
  await until(() => state().entries === 2)
  expect(during).toEqual(['reconnecting', false])
  expect(wires[1]?.requests[0]?.body).toMatchObject({ after: { seq: 3 } })
  expect(state().followed?.position.seq).toBe(5)
  const ids = wires.flatMap(commands).map(({ id }) => id)
  expect(new Set(ids).size).toBe(2)
})

it('tries entering again when the database is away, with a new command', async () => {
  const server = new FakeServer()
  const answers: (() => unknown)[] = [
    () => {
      throw new AppError('DATABASE_UNAVAILABLE')
    },
    () => {
      throw new AppError('COMMAND_EXPIRED')
    },
  ]
  const accept = server.enter
  server.enter = () => (answers.shift() ?? accept)()
  const { state, until, last } = setUp(server)
  await until(() => state().entered)
  const ids = commands(last()).map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
})

it('tells a refusal and does not hammer', async () => {
  const server = new FakeServer()
  server.enter = () => {
    throw new AppError('MEETING_CLOSED')
  }
  const { state, until, wires } = setUp(server)
  await until(() => state().problem !== null)
  expect(state().problem).toEqual({ code: 'MEETING_CLOSED' })
  expect(wires).toHaveLength(1)
})

it('tells a stranger that this is not their meeting, once', async () => {
  const server = new FakeServer()
  server.answer = () => {
    throw new AppError('MEETING_NOT_MEMBER')
  }
  const { state, until, wires } = setUp(server)
  await until(() => state().problem?.code === 'MEETING_NOT_MEMBER')
  expect(wires).toHaveLength(1)
})

it('fails a command at once while there is no connection', async () => {
  const { room, state, until, wires, opening } = setUp()
  await until(() => state().entered)
  let result: Promise<unknown> | undefined
  opening.push(() => {
    result = room.command('meeting.open')
    result.catch(() => undefined)
  })
  wires[0]?.close()
  await until(() => result !== undefined)
  await expect(result).rejects.toBeInstanceOf(Unreachable)
})

it('follows without entering when it only looks on, and may still ask and command', async () => {
  const { room, server, state, until, last } = setUp(new FakeServer(), { enters: false })
  await until(() => state().connection === 'connected')
  server.length = 5
  last().push('events', { streamId: meetingId, entries: log.slice(3, 5) })
  expect(state().followed?.position.seq).toBe(5)
  await expect(room.siteCode(member(9))).resolves.toMatchObject({ code: '014906' })
  expect(commands(last())).toEqual([])
  await room.command('attendance.checkInAtSite', { siteId: member(9), memberIds: [member(2)] })
  expect(commands(last())).toHaveLength(1)
  expect(state()).toMatchObject({ entered: false, entries: 0 })
})

it('passes on that the session ended', async () => {
  const { state, until, last, sessionEnded } = setUp()
  await until(() => state().entered)
  last().push('signedOut', { code: 'REFRESH_REUSED' })
  expect(sessionEnded).toHaveBeenCalledWith('REFRESH_REUSED')
})
