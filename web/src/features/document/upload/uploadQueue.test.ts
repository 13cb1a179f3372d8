// Nothing is lost and nothing is sent twice, whatever the line and the server do.
import { AppError } from '@hoi-truong/shared/errors'
import { expect, it, vi } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import type { Sending } from '../api/sendFile.ts'
import { UploadQueue } from './uploadQueue.ts'

interface Attempt extends Sending {
  documentId: string
  name: string
  arrive(): void
  fail(error: Error): void
}

function begin() {
  const attempts: Attempt[] = []
  const pauses: (() => void)[] = []
  let ids = 0
  const queue = new UploadQueue({
    meetingId: 'meeting',
    newId: () => `document-${++ids}`,
    pause: (_ms, signal) =>
      new Promise((resolve) => {
        pauses.push(resolve)
        signal.addEventListener('abort', () => resolve())
      }),
    send: ({ documentId, name }, _file, sending) =>
      new Promise((resolve, reject) => {
        sending.signal.addEventListener('abort', () => reject(new Unreachable()))
        attempts.push({ documentId, name, ...sending, arrive: resolve, fail: reject })
      }),
  })
  const states = () => queue.store.getState().uploads.map(({ state }) => state.kind)
  return { queue, attempts, pauses, states }
}

const file = (name: string, content = 'x') => new File([content], name)

it('sends two at a time, in order', async () => {
  const { queue, attempts, states } = begin()
  queue.add([file('a.pdf'), file('b.pdf'), file('c.pdf')], null)
  expect(states()).toEqual(['sending', 'sending', 'waiting'])
  attempts[0]?.arrive()
  await vi.waitFor(() => expect(attempts.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']))
  expect(states()).toEqual(['done', 'sending', 'sending'])
  expect(queue.store.getState().posted).toBe(1)
})

it('tells in whole percent how much has gone, and when the server has begun to check', () => {
  const { queue, attempts } = begin()
  queue.add([file('a.pdf')], null)
  const told = vi.fn()
  queue.store.subscribe(told)
  attempts[0]?.onSent(0.404)
  attempts[0]?.onSent(0.409)
  expect(told).toHaveBeenCalledTimes(1)
  expect(queue.store.getState().uploads[0]?.state).toEqual({ kind: 'sending', percent: 40 })
  attempts[0]?.onSent(1)
  expect(queue.store.getState().uploads[0]?.state).toEqual({ kind: 'checking' })
})

it('sends again under the same id when nobody has answered', async () => {
  const { queue, attempts, pauses, states } = begin()
  queue.add([file('a.pdf')], null)
  attempts[0]?.fail(new Unreachable())
  await vi.waitFor(() => expect(pauses).toHaveLength(1))
  expect(states()).toEqual(['silent'])
  pauses[0]?.()
  await vi.waitFor(() => expect(attempts).toHaveLength(2))
  expect(attempts[1]?.documentId).toBe(attempts[0]?.documentId)
  attempts[1]?.arrive()
  await vi.waitFor(() => expect(states()).toEqual(['done']))
})

it('waits while the server has too much to do', async () => {
  const { queue, attempts, pauses, states } = begin()
  queue.add([file('a.pdf')], null)
  attempts[0]?.fail(new AppError('TOO_MANY_REQUESTS', { seconds: 3 }))
  await vi.waitFor(() => expect(pauses).toHaveLength(1))
  expect(states()).toEqual(['busy'])
})

it('says what was refused, goes on with the others, and tries again when it is asked to', async () => {
  const { queue, attempts, states } = begin()
  queue.add([file('a.exe'), file('b.pdf'), file('c.pdf')], 'item')
  attempts[0]?.fail(new AppError('MEETING_UNKNOWN'))
  await vi.waitFor(() => expect(states()).toEqual(['refused', 'sending', 'sending']))
  expect(queue.store.getState().uploads[0]?.state).toEqual({ kind: 'refused', problem: { code: 'MEETING_UNKNOWN' } })
  attempts[1]?.arrive()
  attempts[2]?.arrive()
  await vi.waitFor(() => expect(queue.active).toBe(false))
  queue.retry('document-1')
  await vi.waitFor(() => expect(attempts).toHaveLength(4))
  expect(attempts[3]?.documentId).toBe('document-1')
})

it('does not send against a fault of the server for ever', async () => {
  const { queue, attempts, states } = begin()
  queue.add([file('a.pdf')], null)
  attempts[0]?.fail(new AppError('INTERNAL'))
  await vi.waitFor(() => expect(states()).toEqual(['refused']))
})

it('forgets what is cancelled, on its way or between two tries', async () => {
  const { queue, attempts, pauses } = begin()
  queue.add([file('a.pdf'), file('b.pdf'), file('c.pdf')], null)
  attempts[1]?.fail(new Unreachable())
  await vi.waitFor(() => expect(pauses).toHaveLength(1))
  queue.cancel('document-1')
  queue.cancel('document-2')
  expect(attempts[0]?.signal.aborted).toBe(true)
  await vi.waitFor(() => expect(attempts.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']))
  expect(queue.store.getState().uploads.map(({ name }) => name)).toEqual(['c.pdf'])
})

it('does not send an empty file', () => {
  const { queue, attempts, states } = begin()
  queue.add([file('a.pdf', '')], null)
  expect(states()).toEqual(['refused'])
  expect(attempts).toEqual([])
})

it('tells a file that was taken away from a line that is dead', async () => {
  const { queue, attempts } = begin()
  const gone = file('a.pdf')
  gone.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) as Blob
  queue.add([gone], null)
  attempts[0]?.fail(new Unreachable())
  await vi.waitFor(() =>
    expect(queue.store.getState().uploads[0]?.state).toEqual({ kind: 'refused', problem: { code: 'FILE_GONE' } }),
  )
})
