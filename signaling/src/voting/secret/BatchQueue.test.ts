// What comes while a batch runs is in the next one; each hears its own answer.
import { AppError } from '@hoi-truong/shared/errors'
import { expect, test } from 'vitest'
import { BatchQueue } from './BatchQueue.ts'

function queueOf(answer: (asked: number) => string | AppError = String) {
  const batches: (readonly number[])[] = []
  const gate = Promise.withResolvers<void>()
  const queue = new BatchQueue<number, string>(async (_key, batch) => {
    batches.push(batch)
    if (batches.length === 1) await gate.promise
    return batch.map(answer)
  })
  return { batches, queue, open: () => gate.resolve() }
}

test('what comes together goes together, what comes meanwhile goes next', async () => {
  const { batches, queue, open } = queueOf()
  const first = [1, 2, 3].map((asked) => queue.ask('a', asked))
  await new Promise(setImmediate)
  const later = [4, 5].map((asked) => queue.ask('a', asked))
  open()
  expect(await Promise.all([...first, ...later])).toEqual(['1', '2', '3', '4', '5'])
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
})

test('one key does not wait for another', async () => {
  const { queue, open } = queueOf()
  const slow = queue.ask('a', 1)
  await new Promise(setImmediate)
  expect(await queue.ask('b', 2)).toBe('2')
  open()
  await slow
})

test('a refusal is its own; what breaks is everybody’s', async () => {
  const refusing = queueOf((asked) => (asked === 1 ? new AppError('BALLOT_INVALID') : 'ok'))
  refusing.open()
  const [refused, taken] = [refusing.queue.ask('a', 1), refusing.queue.ask('a', 2)]
  await expect(refused).rejects.toMatchObject({ code: 'BALLOT_INVALID' })
  expect(await taken).toBe('ok')
  const broken = new BatchQueue<number, string>(async () => {
    throw new Error('gone')
  })
  const both = await Promise.allSettled([broken.ask('a', 1), broken.ask('a', 2)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

test('more than can wait is told so at once', async () => {
  const { queue, open } = queueOf()
  const waiting = Array.from({ length: 5_000 }, (_, asked) => queue.ask('a', asked))
  await expect(queue.ask('a', 5_000)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  open()
  await Promise.all(waiting)
})
