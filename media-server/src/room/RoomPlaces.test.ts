// The rules of epochs and desired state: nothing old ever wins over something newer, in whatever order things arrive.
import { randomUUID } from 'node:crypto'
import type { DesiredRoom } from '@hoi-truong/shared/media'
import { describe, expect, it } from 'vitest'
import { desiredPeer, grantClaims } from '../testing/mediaTestServer.ts'
import { RoomPlaces } from './RoomPlaces.ts'

const meetingId = randomUUID()
const memberId = randomUUID()

const grant = (changes: Partial<ReturnType<typeof grantClaims>> = {}) =>
  grantClaims({ meetingId, memberId, ...changes })

const desired = (changes: Partial<DesiredRoom> = {}): DesiredRoom => ({
  meetingId,
  epoch: 1,
  seq: 10,
  open: true,
  peers: [desiredPeer(memberId, { mayPublish: ['microphone'] })],
  ...changes,
})

describe('admission', () => {
  it('takes the rights of the grant while nothing else is known', () => {
    expect(new RoomPlaces().admit(grant({ mayPublish: ['camera'] })).mayPublish).toEqual(['camera'])
  })

  it('takes the rights of a desired state that is as new as the grant, or newer', () => {
    const places = new RoomPlaces()
    places.learn(desired())
    expect(places.admit(grant({ seq: 10, mayPublish: ['screen'] })).mayPublish).toEqual(['microphone'])
    expect(places.admit(grant({ seq: 9, mayPublish: ['screen'] })).mayPublish).toEqual(['microphone'])
  })

  it('takes the rights of a grant that is newer than the desired state', () => {
    const places = new RoomPlaces()
    places.learn(desired({ peers: [] }))
    expect(places.admit(grant({ seq: 11, mayPublish: ['screen'] })).mayPublish).toEqual(['screen'])
  })

  it('takes what is held, who is never kept back and who was silenced from the same of the two', () => {
    const places = new RoomPlaces()
    const held = grant({ seq: 11, held: ['microphone'], neverCapped: true })
    places.learn(desired({ peers: [desiredPeer(memberId, { silencedSeq: 7 })] }))
    expect(places.admit(held)).toMatchObject({ held: ['microphone'], neverCapped: true, silencedSeq: 0 })
    expect(places.admit({ ...held, seq: 10 })).toMatchObject({ held: [], neverCapped: false, silencedSeq: 7 })
  })

  it('refuses a lower epoch than any that was seen, granted, desired or lost', () => {
    const granted = new RoomPlaces()
    granted.admit(grant({ epoch: 3 }))
    expect(() => granted.admit(grant({ epoch: 2 }))).toThrow('EPOCH_STALE')

    const told = new RoomPlaces()
    told.learn(desired({ epoch: 3 }))
    expect(() => told.admit(grant({ epoch: 2 }))).toThrow('EPOCH_STALE')

    const lost = new RoomPlaces()
    lost.lose(meetingId, 3)
    expect(() => lost.admit(grant({ epoch: 3 }))).toThrow('EPOCH_STALE')
    expect(lost.admit(grant({ epoch: 4, mayPublish: [] })).mayPublish).toEqual([])
  })

  it('refuses a member who was taken out after the grant, and a meeting that has ended', () => {
    const places = new RoomPlaces()
    places.learn(desired({ peers: [] }))
    expect(() => places.admit(grant({ seq: 9 }))).toThrow('PEER_REMOVED')
    places.learn(desired({ seq: 11, open: false }))
    expect(() => places.admit(grant({ seq: 9 }))).toThrow('ROOM_ENDED')
  })

  it('does not judge a new place by the desired state of the old one', () => {
    const places = new RoomPlaces()
    places.learn(desired({ peers: [] }))
    expect(places.admit(grant({ epoch: 2, seq: 9, mayPublish: ['screen'] })).mayPublish).toEqual(['screen'])
  })
})

describe('desired state', () => {
  it('is taken again when it is the same, and ignored when it is older', () => {
    const places = new RoomPlaces()
    expect(places.learn(desired())).toBe(true)
    expect(places.learn(desired())).toBe(true)
    expect(places.learn(desired({ seq: 9 }))).toBe(false)
    expect(places.learn(desired({ seq: 11 }))).toBe(true)
  })

  it('goes by epoch before seq', () => {
    const places = new RoomPlaces()
    expect(places.learn(desired({ epoch: 2, seq: 1 }))).toBe(true)
    expect(places.learn(desired({ epoch: 1, seq: 99 }))).toBe(false)
  })

  it('of a lost place is ignored', () => {
    const places = new RoomPlaces()
    places.lose(meetingId, 1)
    expect(places.learn(desired({ seq: 99 }))).toBe(false)
    expect(places.learn(desired({ epoch: 2 }))).toBe(true)
  })
})

it('forgets what is long past, but not a room that stands', () => {
  let now = 0
  const places = new RoomPlaces(() => now)
  const standing = grant({ meetingId: randomUUID() })
  places.admit(standing)
  places.lose(meetingId, 5)
  now += 11 * 60_000
  places.sweep((id) => id === standing.meetingId)
  expect(places.size).toBe(1)
  expect(() => places.admit({ ...standing, epoch: standing.epoch })).not.toThrow()
})
