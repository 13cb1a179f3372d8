// How often the server is asked where a poll stands.
import { AppError } from '@hoi-truong/shared/errors'
import type { PollStanding } from '@hoi-truong/shared/voting'
import { expect, it, vi } from 'vitest'
import { type Problem, Unreachable } from '../../../lib/problem.ts'
import { StandingFollower } from './standingFollower.ts'

const standing = { pollId: 'p', voted: 1 } as PollStanding

/** Pauses end when the test says so, or when the follower is asked to look at once. */
function setUp(answers: (() => Promise<PollStanding>)[] = []) {
  const rests: (() => void)[] = []
  const told = vi.fn()
  const refused = vi.fn<(problem: Problem) => void>()
  const ask = vi.fn(() => (answers.shift() ?? (() => Promise.resolve(standing)))())
  const follower = new StandingFollower({
    ask,
    told,
    refused,
    pause: (_, signal) =>
      new Promise((resolve) => {
        rests.push(resolve)
        signal.addEventListener('abort', () => resolve())
      }),
  })
  const run = follower.run()
  const rested = async () => {
    await vi.waitFor(() => expect(rests).not.toEqual([]))
    rests.shift()?.()
  }
  const asked = (times: number) => vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(times))
  return { follower, run, rested, asked, ask, told, refused }
}

it('asks once, and again only when something has moved', async () => {
  const { follower, run, rested, asked, told } = setUp()
  await asked(1)
  await rested()
  follower.moved()
  await asked(2)
  expect(told).toHaveBeenCalledWith(standing)
  follower.stop()
  await run
})

it('puts what moves during the pause together', async () => {
  const { follower, run, rested, asked, ask } = setUp()
  await asked(1)
  follower.moved()
  follower.moved()
  expect(ask).toHaveBeenCalledTimes(1)
  await rested()
  await asked(2)
  await rested()
  expect(ask).toHaveBeenCalledTimes(2)
  follower.stop()
  await run
})

it('looks at once at what this person has done', async () => {
  const { follower, run, asked } = setUp()
  await asked(1)
  follower.again()
  await asked(2)
  follower.stop()
  await run
})

it('asks again when nobody has answered, and gives up when it is refused', async () => {
  const { run, rested, asked, refused } = setUp([
    () => Promise.reject(new Unreachable()),
    () => Promise.reject(new AppError('POLL_UNKNOWN')),
  ])
  await asked(1)
  await rested()
  await run
  expect(refused).toHaveBeenCalledWith({ code: 'POLL_UNKNOWN' })
})
