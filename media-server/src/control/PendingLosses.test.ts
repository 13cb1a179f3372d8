// A loss stays until signaling has confirmed that very loss or a later one.
import { expect, it } from 'vitest'
import { PendingLosses } from './PendingLosses.ts'

it('keeps the latest loss of a room until it is confirmed', () => {
  const losses = new PendingLosses()
  losses.add({ meetingId: 'a', epoch: 2 })
  losses.add({ meetingId: 'a', epoch: 1 })
  losses.add({ meetingId: 'b', epoch: 7 })
  expect(losses.list()).toEqual([
    { meetingId: 'a', epoch: 2 },
    { meetingId: 'b', epoch: 7 },
  ])
  losses.confirm({ meetingId: 'a', epoch: 1 })
  losses.confirm({ meetingId: 'b', epoch: 7 })
  losses.confirm({ meetingId: 'c', epoch: 1 })
  expect(losses.list()).toEqual([{ meetingId: 'a', epoch: 2 }])
})
