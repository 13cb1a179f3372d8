// A room that cannot be told what has changed is told again until it has been: until then whoever lost the floor would be heard.
import { createServer } from 'node:http'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { pino } from 'pino'
import { Server } from 'socket.io'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CommittedBatch } from '../log/publisher.ts'
import type { StreamSnapshot } from '../log/streamCache.ts'
import { ControlChannel, type ControlParts } from './controlChannel.ts'
import { MediaNodes } from './mediaNodes.ts'

const MEETING = '5d4cdf7e-9f10-4a51-8a8e-6a9d6fbb0003'

let isAway: boolean
let seq: number
let told: number[]
let control: ControlChannel

const snapshot = () =>
  ({
    streamId: MEETING,
    kind: 'meeting',
    position: { seq, hash: '' },
    state: meetingReducer.initial(),
  }) as unknown as StreamSnapshot
const happens = () => control.follow({ snapshot: snapshot(), entries: [{}] } as unknown as CommittedBatch)

beforeEach(() => {
  vi.useFakeTimers()
  isAway = false
  seq = 7
  told = []
  const nodes = new MediaNodes()
  const send = (room: { seq: number }) => void told.push(room.seq)
  nodes.add({ nodeId: 'media-1', instanceId: 'first', publicUrl: 'http://media-1.example', rooms: 0, send })
  const database = {
    $queryRaw: async () => {
      if (isAway) throw new Error('the database is away')
      return [{ meeting_id: MEETING, node_id: 'media-1', instance_id: 'first', epoch: 1 }]
    },
  }
  const parts = { database, nodes, cache: { read: async () => snapshot() }, log: () => pino({ level: 'silent' }) }
  control = new ControlChannel(new Server(createServer()), parts as unknown as ControlParts)
})
afterEach(() => {
  control.stop()
  vi.useRealTimers()
})

test('it is told as soon as that can be done, of how things stand then', async () => {
  isAway = true
  happens()
  seq = 8
  happens()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told).toEqual([])
  isAway = false
  seq = 9
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toEqual([9])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told).toEqual([9])
})

test('nothing is tried any more once signaling stops', async () => {
  isAway = true
  happens()
  await vi.advanceTimersByTimeAsync(0)
  control.stop()
  isAway = false
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told).toEqual([])
})
