import { describe, expect, it } from 'vitest'
import { ScreenShare } from './screenShare.ts'

class FakeTrack extends EventTarget {
  contentHint = ''
  stopped = false
  stop(): void {
    this.stopped = true
  }
}

function setUp(capture: (() => Promise<MediaStreamTrack[]>) | null = null, ownMemberId = 'm') {
  const track = new FakeTrack()
  const sent: (MediaStreamTrack | null)[] = []
  const clock = { ms: 0 }
  const tracks = capture ?? (async () => [track as unknown as MediaStreamTrack])
  const share = new ScreenShare({
    capture: () => streamOf(tracks),
    send: (one) => sent.push(one),
    ownMemberId,
    now: () => clock.ms,
  })
  share.heed({ may: true, others: [] })
  return { share, track, sent, clock, state: () => share.store.getState() }
}

const streamOf = async (tracks: () => Promise<MediaStreamTrack[]>) => {
  const list = await tracks()
  return { getVideoTracks: () => list } as MediaStream
}
const refusal = (name: string) => Promise.reject(Object.assign(new Error(name), { name }))

it('sends the screen as letters, and stops at the press', async () => {
  const { share, track, sent, state } = setUp()
  await share.start()
  expect(state().phase).toBe('on')
  expect(sent).toEqual([track])
  expect(track.contentHint).toBe('detail')
  share.stop()
  expect(state()).toEqual({ phase: 'off', track: null, ended: null })
  expect(track.stopped).toBe(true)
  expect(sent).toEqual([track, null])
})

it('stops with the browser’s own button', async () => {
  const { share, track, sent, state } = setUp()
  await share.start()
  track.dispatchEvent(new Event('ended'))
  expect(state()).toEqual({ phase: 'off', track: null, ended: null })
  expect(sent).toEqual([track, null])
})

it.each([
  ['NotAllowedError', 'cancelled'],
  ['NotFoundError', 'failed'],
  ['NotReadableError', 'failed'],
])('says what came of the question: %s', async (name, why) => {
  const { share, sent, state } = setUp(() => refusal(name))
  await share.start()
  expect(state()).toEqual({ phase: 'off', track: null, ended: { why } })
  expect(sent).toEqual([])
  share.dismiss()
  expect(state().ended).toBeNull()
})

it('sends nothing when the person has left while the browser asked', async () => {
  const asked = Promise.withResolvers<MediaStreamTrack[]>()
  const { share, track, sent, state } = setUp(() => asked.promise)
  const started = share.start()
  share.stop()
  asked.resolve([track as unknown as MediaStreamTrack])
  await started
  expect(track.stopped).toBe(true)
  expect(sent).toEqual([])
  expect(state().phase).toBe('off')
})

describe('ended by the room', () => {
  it('with the floor, also when it was lost while the browser asked', async () => {
    const { share, state, sent } = setUp()
    await share.start()
    share.heed({ may: false, others: [] })
    expect(state().ended).toEqual({ why: 'floor' })
    await share.start()
    expect(state()).toEqual({ phase: 'off', track: null, ended: { why: 'floor' } })
    expect(sent.at(-1)).toBeNull()
  })

  it('by another who shows a screen later, not by one who did before', async () => {
    const { share, state, clock } = setUp()
    share.heed({ may: true, others: [{ id: 'older', memberId: 'z' }] })
    await share.start()
    clock.ms = 10_000
    share.heed({ may: true, others: [{ id: 'older', memberId: 'z' }] })
    expect(state().phase).toBe('on')
    share.heed({ may: true, others: [{ id: 'newer', memberId: 'z' }] })
    expect(state().ended).toEqual({ why: 'other', memberId: 'z' })
  })

  it('for one of two who pressed at once, and not for both', async () => {
    const low = setUp(null, 'a')
    const high = setUp(null, 'b')
    await Promise.all([low.share.start(), high.share.start()])
    low.share.heed({ may: true, others: [{ id: 'of b', memberId: 'b' }] })
    high.share.heed({ may: true, others: [{ id: 'of a', memberId: 'a' }] })
    expect(low.state().phase).toBe('on')
    expect(high.state().ended).toEqual({ why: 'other', memberId: 'a' })
  })
})
