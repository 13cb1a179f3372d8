// The server is reached, slowly, or not; and the socket apart from the requests.
import { AppError } from '@hoi-truong/shared/errors'
import { expect, it } from 'vitest'
import { Unreachable } from '../../../../lib/problem.ts'
import { probeServer, type ServerDeps } from './server.ts'

const context = { signal: new AbortController().signal, show: () => undefined }

function probe(waits: (number | Error)[], connect: ServerDeps['connect'] = async () => undefined) {
  const clock = { now: 0 }
  return probeServer({
    ask: async () => {
      const wait = waits.shift() ?? 0
      if (wait instanceof Error) throw wait
      clock.now += wait
    },
    connect,
    now: () => clock.now,
  })(context)
}

it('counts the quickest of three: the first also opens the line', async () => {
  expect(await probe([900, 40, 60])).toEqual({ state: 'good', reason: 'serverGood', figures: { ms: 40 } })
  expect(await probe([2_000, 900, 1_000])).toEqual({ state: 'poor', reason: 'serverSlow', figures: { ms: 900 } })
})

it('one answer is an answer', async () => {
  expect(await probe([3_000, new Unreachable()])).toEqual({
    state: 'poor',
    reason: 'serverSlow',
    figures: { ms: 3_000 },
  })
})

it('not reached, asked too often, and a socket that is kept out', async () => {
  expect(await probe([new Unreachable()])).toEqual({ state: 'failed', reason: 'serverUnreachable' })
  const tooMany = new AppError('TOO_MANY_REQUESTS', { seconds: 5 })
  expect(await probe([tooMany])).toEqual({ state: 'failed', reason: 'tooMany', figures: { seconds: 5 } })
  expect(await probe([10, 10, 10], () => Promise.reject(new Unreachable()))).toEqual({
    state: 'failed',
    reason: 'socketBlocked',
    figures: { ms: 10 },
  })
})
