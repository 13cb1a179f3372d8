// Holding back must change how many messages go out, and nothing else: every entry once, in order, none left behind.
import type { LogEntry } from '@hoi-truong/shared/log'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CommittedBatch } from '../log/publisher.ts'
import { PacedPublication } from './pacedPublication.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A batch of so many entries after `from`; the snapshot says where it ends. */
function batch(streamId: string, from: number, count = 1): CommittedBatch {
  const entries = Array.from({ length: count }, (_, index) => ({ seq: from + index + 1 }) as LogEntry)
  return { snapshot: { streamId, position: { seq: from + count, hash: '' } } as CommittedBatch['snapshot'], entries }
}

function open({ pauseMs = 100 }: { pauseMs?: number } = {}) {
  const sent: CommittedBatch[] = []
  const errors: unknown[] = []
  const parts = {
    send: (message: CommittedBatch) => void sent.push(message),
    pauseMs: () => pauseMs,
    onError: (error: unknown) => void errors.push(error),
  }
  const publication = new PacedPublication(parts)
  const seqs = () => sent.map(({ entries }) => entries.map(({ seq }) => seq))
  return { publication, parts, sent, seqs, errors }
}

it('sends what comes alone at once', () => {
  const { publication, seqs } = open()
  publication.take(batch('a', 0))
  expect(seqs()).toEqual([[1]])
  vi.advanceTimersByTime(100)
  publication.take(batch('a', 1))
  expect(seqs()).toEqual([[1], [2]])
})

it('joins what comes in the pause into one message with the latest snapshot, in order', () => {
  const { publication, sent, seqs } = open()
  publication.take(batch('a', 0))
  publication.take(batch('a', 1, 2))
  vi.advanceTimersByTime(99)
  publication.take(batch('a', 3))
  expect(seqs()).toEqual([[1]])
  vi.advanceTimersByTime(1)
  expect(seqs()).toEqual([[1], [2, 3, 4]])
  expect(sent[1]?.snapshot.position.seq).toBe(4)
})

it('pauses again after a joined message, so that a crowd never gets more than one a pause', () => {
  const { publication, seqs } = open()
  for (let seq = 0; seq < 40; seq += 1) {
    publication.take(batch('a', seq))
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(100)
  expect(seqs()).toHaveLength(5)
  expect(seqs().flat()).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
})

it('lets streams not wait for each other', () => {
  const { publication, sent } = open()
  for (const streamId of ['a', 'b']) publication.take(batch(streamId, 0))
  expect(sent.map(({ snapshot }) => snapshot.streamId)).toEqual(['a', 'b'])
})

it('holds nothing where a message costs next to nothing', () => {
  const { publication, seqs } = open({ pauseMs: 0.9 })
  for (const seq of [0, 1, 2]) publication.take(batch('a', seq))
  expect(seqs()).toEqual([[1], [2], [3]])
  expect(vi.getTimerCount()).toBe(0)
})

it('does not let a message grow without end', () => {
  const { publication, seqs } = open()
  publication.take(batch('a', 0))
  publication.take(batch('a', 1, 200))
  expect(seqs()).toHaveLength(1)
  publication.take(batch('a', 201, 50))
  expect(seqs()[1]).toHaveLength(250)
  publication.take(batch('a', 251))
  expect(seqs()).toHaveLength(2)
  vi.advanceTimersByTime(100)
  expect(seqs()[2]).toEqual([252])
})

it('sends everything that is held when it ends, and holds nothing afterwards', () => {
  const { publication, seqs } = open()
  publication.take(batch('a', 0))
  publication.take(batch('a', 1))
  publication.take(batch('b', 0))
  publication.end()
  expect(seqs()).toEqual([[1], [1], [2]])
  publication.take(batch('a', 2))
  publication.take(batch('a', 3))
  expect(seqs()).toEqual([[1], [1], [2], [3], [4]])
  expect(vi.getTimerCount()).toBe(0)
})

it('goes on after a message that could not be sent', () => {
  const { publication, parts, seqs, errors } = open()
  const { send } = parts
  parts.send = () => {
    throw new Error('no room')
  }
  publication.take(batch('a', 0))
  parts.send = send
  publication.take(batch('a', 1))
  vi.advanceTimersByTime(100)
  expect(errors).toHaveLength(1)
  expect(seqs()).toEqual([[2]])
})

it('forgets a stream that has come to rest', () => {
  const { publication } = open()
  publication.take(batch('a', 0))
  publication.take(batch('a', 1))
  vi.advanceTimersByTime(200)
  expect(vi.getTimerCount()).toBe(0)
})
