// How a path that is gone is found again. Transport and wire are fakes, time is made.
import { EventEmitter } from 'node:events'
import type { ConnectionState, Transport } from 'mediasoup-client/types'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pause } from '../../../lib/pause.ts'
import { Unreachable } from '../../../lib/problem.ts'
import { IceKeeper } from './iceKeeper.ts'
import type { MediaWire } from './mediaWire.ts'

class FakeTransport extends EventEmitter {
  readonly id = 't1'
  readonly observer = new EventEmitter()
  connectionState: ConnectionState = 'connected'
  closed = false
  restarts = 0

  become(state: ConnectionState): void {
    this.connectionState = state
    this.emit('connectionstatechange', state)
  }

  async restartIce(): Promise<void> {
    this.restarts += 1
  }
}

const noEnd = new AbortController().signal
let transport: FakeTransport
let asked: number
let closed: number
let answers: 'at once' | 'never'
let up: boolean
let lost: number
let keeper: IceKeeper

beforeEach(() => {
  vi.useFakeTimers()
  transport = new FakeTransport()
  asked = 0
  closed = 0
  lost = 0
  up = true
  answers = 'at once'
  const wire = {
    request: async (_name: string, _body: unknown, patienceMs: number) => {
      asked += 1
      if (answers === 'at once') return { iceParameters: {} }
      await pause(patienceMs, noEnd)
      throw new Unreachable()
    },
    close: () => {
      closed += 1
      up = false
    },
  } as unknown as MediaWire
  keeper = new IceKeeper({
    transport: transport as unknown as Transport,
    wire: () => (up ? wire : null),
    changed: () => undefined,
    lost: () => {
      lost += 1
    },
  })
})
afterEach(() => vi.useRealTimers())

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)

it('a path that heals at once is left alone', async () => {
  transport.become('disconnected')
  await after(200)
  transport.become('connected')
  await after(20_000)
  expect(asked).toBe(0)
})

it('one that does not is looked for anew within half a second', async () => {
  transport.become('disconnected')
  await after(500)
  expect(transport.restarts).toBe(1)
})

it('no path after three tries: joining anew is the better way', async () => {
  transport.become('failed')
  await after(3_000)
  expect([transport.restarts, lost]).toEqual([1, 0])
  await after(60_000)
  expect([transport.restarts, lost]).toEqual([3, 1])
})

it('a path that is found makes the tries count from nought', async () => {
  for (const _ of [1, 2, 3, 4, 5]) {
    transport.become('failed')
    await after(1_000)
    transport.become('connected')
    await after(60_000)
  }
  expect(lost).toBe(0)
  expect(transport.restarts).toBe(5)
})

it('asks one thing at a time, and ends a connection that does not answer', async () => {
  answers = 'never'
  transport.become('disconnected')
  await after(4_000)
  transport.become('failed')
  expect(asked).toBe(1)
  await after(2_000)
  expect(closed).toBe(1)
  expect(lost).toBe(0)
})

it('what was never answered does not count: the next connection has all its tries', async () => {
  answers = 'never'
  transport.become('failed')
  await after(6_000)
  up = true
  answers = 'at once'
  keeper.check()
  await after(2_000)
  expect([transport.restarts, lost]).toEqual([1, 0])
})

it('another network: agrees anew although the old path seems good', async () => {
  await keeper.renew()
  expect(transport.restarts).toBe(1)
})
