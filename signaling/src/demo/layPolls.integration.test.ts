// The demo meeting has the sample's polls on its items, once.
import { expect, test } from 'vitest'
import { asMember, openTestLog } from '../testing/log.ts'
import { member } from '../testing/signaling.ts'
import { layPolls } from './layPolls.ts'

test('laid twice, three polls on the items that they belong to', async () => {
  const log = await openTestLog()
  const [{ database, pipeline }] = log.nodes
  for (const _ of ['first', 'again']) await layPolls(database, pipeline, log.sample)
  const polls = await database.poll.findMany({ orderBy: { position: 'asc' } })
  const numberOf = (itemId: string | null) => log.sample.plan.agenda.findIndex((item) => item.itemId === itemId) + 1
  expect(polls.map(({ matter, method, stage, itemId }) => [matter, method, stage, numberOf(itemId)])).toEqual([
    ['resolution', 'open', 'prepared', 7],
    ['admission', 'paper', 'prepared', 8],
    ['scoring', 'open', 'prepared', 10],
  ])
  await log.stop()
})

test('a meeting from which its polls were taken stays as it is', async () => {
  const log = await openTestLog()
  const [{ database, pipeline, give }] = log.nodes
  await layPolls(database, pipeline, log.sample)
  for (const { meetingId, pollId } of await database.poll.findMany())
    await give(asMember(member('dv01')), 'voting.discard', meetingId, { pollId })
  await layPolls(database, pipeline, log.sample)
  expect(await database.poll.count()).toBe(0)
  await log.stop()
})
