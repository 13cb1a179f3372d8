// Entries are made by the real chain and reduced by the real reducer.
import { chainEvent, type EventDraft, GENESIS, type LogEvent, linkOf, type Position } from '@hoi-truong/shared/log'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { describe, expect, it } from 'vitest'
import { type Followed, followEntries, followReply } from './logFollower.ts'

const streamId = '7a3e0b0c-8f43-4a4f-9a0e-1c9f0f5f9d01'
const member = (n: number) => `0b0c7a3e-8f43-4a4f-9a0e-1c9f0f5f9d0${n}`
const entered = (memberId: string): EventDraft => ({
  type: 'attendance.intervalStarted',
  version: 1,
  audience: 'everyone',
  payload: { memberId },
})

function logOf(drafts: EventDraft[]): LogEvent[] {
  let head: Position = GENESIS
  return drafts.map((draft, index) => {
    const at = new Date(1_800_000_000_000 + index).toISOString()
    const event = chainEvent(streamId, head, draft, { actorId: null, at, salt: '00'.repeat(16) })
    head = event
    return event
  })
}

const log = logOf([1, 2, 3, 4, 5].map((n) => entered(member(n))))
const viewer = { memberId: member(1), bureau: false }
const start: Followed = { state: meetingReducer.initial(), position: GENESIS, viewer }

function follow(count: number): Followed {
  const step = followEntries(streamId, log.slice(0, count), start)
  if (step.kind !== 'followed') throw new Error(step.kind)
  return step.followed
}

describe('entries', () => {
  it('are applied in order', () => {
    const followed = follow(3)
    expect(followed.position.seq).toBe(3)
    expect(Object.keys(followed.state.everyone.attendance.intervals)).toEqual([member(1), member(2), member(3)])
  })

  it('are applied once, however often they come', () => {
    const step = followEntries(streamId, log.slice(1, 4), follow(3))
    expect(step).toMatchObject({ kind: 'followed', followed: { position: { seq: 4 } } })
    expect(followEntries(streamId, log.slice(0, 3), follow(3))).toEqual({ kind: 'followed', followed: follow(3) })
  })

  it('that leave a gap are not applied', () => {
    expect(followEntries(streamId, log.slice(4), follow(3))).toEqual({ kind: 'gap' })
  })

  it('that were changed are found', () => {
    const changed = { ...log[3], payload: { memberId: member(9) } } as LogEvent
    expect(followEntries(streamId, [changed], follow(3))).toEqual({ kind: 'broken', seq: 4 })
  })

  it('that tell another story about what is there are found', () => {
    const other = logOf([1, 2, 9, 4].map((n) => entered(member(n))))
    expect(followEntries(streamId, other, follow(3))).toEqual({ kind: 'broken', seq: 3 })
  })

  it('that may not be read still keep the chain', () => {
    const step = followEntries(streamId, log.slice(3).map(linkOf), follow(3))
    expect(step).toMatchObject({ kind: 'followed', followed: { position: { seq: 5 }, state: follow(3).state } })
  })
})

describe('an answer to "subscribe"', () => {
  const now = '2026-11-03T12:30:00.000Z'

  it('may be a snapshot, which replaces what was there', () => {
    const { state, position } = follow(5)
    const reply = { kind: 'snapshot', streamId, now, viewer, position, state } as const
    expect(followReply(reply, follow(2))).toEqual({ kind: 'followed', followed: { state, position, viewer } })
  })

  it('may be what was missed, also nothing', () => {
    const reply = { kind: 'events', streamId, now, viewer, entries: log.slice(3) } as const
    expect(followReply(reply, follow(3))).toMatchObject({ kind: 'followed', followed: { position: { seq: 5 } } })
    expect(followReply({ ...reply, entries: [] }, follow(3))).toMatchObject({ followed: { position: { seq: 3 } } })
  })
})
