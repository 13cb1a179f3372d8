// A vote while the connection comes and goes, with the room's own connection: only the wire and the server are fakes. The server keeps what
// it was told, as the real one does, whether or not its answer arrives.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import { GENESIS } from '@hoi-truong/shared/log'
import type { Command, SyncReply } from '@hoi-truong/shared/protocol'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { afterEach, expect, it, vi } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import { FakeWire } from '../../../testing/fakeWire.ts'
import type { GatewayWire } from '../../meeting/api/gateway.ts'
import { MeetingRoom } from '../../meeting/api/meetingRoom.ts'
import { OwnVote, type OwnVoteState, VALID_MS } from './ownVote.ts'
import { mayVoteNow, sendVote } from './sendVote.ts'
import { untilConnected } from './untilConnected.ts'

const meetingId = '7a3e0b0c-8f43-4a4f-9a0e-1c9f0f5f9d01'
const pollId = '7a3e0b0c-8f43-4a4f-9a0e-1c9f0f5f9d02'
const NOW = '2026-11-03T13:00:00.000Z'

/** What happens to a command on its way: the line breaks before it arrives, or before its answer does. */
type Loss = 'there' | 'back' | null

class FakeServer {
  closed = false
  late = false
  /** Whether somebody who comes back has to say so before anything else. */
  givenUp = false
  losses: Loss[] = []
  readonly counted = new Map<string, unknown>()
  readonly asked: Command[] = []

  readonly answer = (name: string, body: unknown, wire: FakeWire): unknown => {
    if (name === 'subscribe') return this.#snapshot()
    const command = body as Command
    if (command.type === 'attendance.enter') {
      this.givenUp = false
      return { streamId: meetingId, seq: 1 }
    }
    this.asked.push(command)
    const loss = this.losses.shift() ?? null
    const result = loss === 'there' ? null : this.#take(command)
    if (loss) {
      wire.close()
      throw new Unreachable()
    }
    if (result) throw new AppError(result)
    return { streamId: meetingId, seq: 1 }
  }

  #take({ id, payload }: Command): ErrorCode | null {
    if (this.counted.has(id)) return null
    if (this.late) return 'COMMAND_EXPIRED'
    if (this.closed) return 'POLL_CLOSED'
    if (this.givenUp) return 'VOTE_NOT_PRESENT'
    this.counted.set(id, (payload as { choices: unknown }).choices)
    return null
  }

  #snapshot(): SyncReply {
    const viewer = { memberId: null, bureau: false }
    return {
      streamId: meetingId,
      now: NOW,
      viewer,
      kind: 'snapshot',
      position: GENESIS,
      state: meetingReducer.initial(),
    }
  }
}

const rooms: MeetingRoom[] = []
afterEach(() => {
  for (const room of rooms.splice(0)) room.stop()
})

async function setUp(server = new FakeServer()) {
  const wires: FakeWire[] = []
  const opening: (() => Promise<void>)[] = []
  const room = new MeetingRoom(meetingId, {
    accessToken: async () => 'token',
    refuseToken: () => undefined,
    sessionEnded: () => undefined,
    open: async () => {
      await opening.shift()?.()
      const wire: FakeWire = new FakeWire((name, body) => server.answer(name, body, wire))
      wires.push(wire)
      return wire as unknown as GatewayWire
    },
    pause: async () => undefined,
  })
  rooms.push(room)
  void room.run()
  const kept = new Map<string, string>()
  const vote = new OwnVote({
    meetingId,
    pollId,
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    storageKey: 'vote',
    send: (command) => sendVote(room, command),
    now: () => room.now(),
    pause: (ms, signal) => untilConnected(room, ms, signal, mayVoteNow),
  })
  const course: OwnVoteState[] = []
  vote.store.subscribe((state) => course.push(state))
  vote.start()
  const until = (seen: () => boolean) => vi.waitFor(() => expect(seen()).toBe(true), { timeout: 10_000, interval: 5 })
  await until(() => room.store.getState().entered)
  return { server, room, vote, wires, opening, course, until, state: () => vote.store.getState() }
}

const ids = ({ asked }: FakeServer) => [...new Set(asked.map(({ id }) => id))]

it.each(['there', 'back'] as const)('is given again under its id when the line breaks on the way %s', async (loss) => {
  const { server, vote, wires, course, until, state } = await setUp()
  server.losses = [loss, loss, null]
  vote.cast(['for'])
  await until(() => state().recorded !== null)
  // Sent, not answered twice, recorded: said in this order, and nothing sooner.
  expect(course.map(({ recorded, sending }) => (recorded ? 'recorded' : sending?.tried ? 'again' : 'sending'))).toEqual(
    ['sending', 'again', 'again', 'recorded'],
  )
  expect(wires).toHaveLength(3)
  expect(server.asked).toHaveLength(3)
  expect(new Set(server.asked.map((command) => JSON.stringify(command))).size).toBe(1)
  expect([...server.counted.values()]).toEqual([['for']])
})

it('has a last moment by the server’s own clock', async () => {
  const { server, vote, until, state } = await setUp()
  vote.cast(['for'])
  await until(() => state().recorded !== null)
  const left = Date.parse(server.asked[0]?.validUntil ?? '') - Date.parse(NOW)
  expect(Math.abs(left - VALID_MS)).toBeLessThan(10_000)
})

it('is recorded when it was, although the poll closed before anybody could be told', async () => {
  const { server, vote, until, state } = await setUp()
  server.losses = ['back']
  vote.cast(['against'])
  await until(() => server.counted.size === 1)
  server.closed = true
  server.late = true
  await until(() => state().recorded !== null)
  expect(state()).toMatchObject({ recorded: ['against'], refused: null })
})

it.each([
  ['closed', 'POLL_CLOSED'],
  ['late', 'COMMAND_EXPIRED'],
] as const)('is not counted when it arrives after all (%s), and says so', async (what, code) => {
  const { server, vote, until, state } = await setUp()
  vote.cast(['for'])
  await until(() => state().recorded !== null)
  server.losses = ['there']
  vote.cast(['against'])
  server[what] = true
  await until(() => state().refused !== null)
  expect(state()).toEqual({ recorded: ['for'], sending: null, refused: { choices: ['against'], problem: { code } } })
  expect(ids(server)).toHaveLength(2)
  expect([...server.counted.values()]).toEqual([['for']])
})

it('waits until the room has said that the member is back', async () => {
  const { server, room, vote, wires, opening, until, state } = await setUp()
  const { promise: back, resolve: comeBack } = Promise.withResolvers<void>()
  opening.push(() => back)
  server.losses = ['there']
  vote.cast(['for'])
  await until(() => state().sending?.tried === true)
  // Away for so long that the place was given up; then a connection on which nothing has been said yet.
  server.givenUp = true
  const { promise: synced, resolve: sync } = Promise.withResolvers<void>()
  const answer = server.answer
  Object.assign(server, {
    answer: async (name: string, body: unknown, wire: FakeWire) => {
      if (name === 'subscribe') await synced
      return answer(name, body, wire)
    },
  })
  comeBack()
  await until(() => wires.length === 2)
  await expect(sendVote(room, server.asked[0] as Command)).rejects.toBeInstanceOf(Unreachable)
  sync()
  await until(() => state().recorded !== null)
  expect(wires[1]?.requests.map(({ body }) => (body as Partial<Command>).type ?? 'follow')).toEqual([
    'follow',
    'attendance.enter',
    'voting.cast',
  ])
})
