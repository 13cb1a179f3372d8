import type { MeetingFigure, MeetingFigures } from '@hoi-truong/shared/monitoring'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MOST_IN_ONE, PAUSE_MS, PacedFigures } from './PacedFigures.ts'

const figure = (meetingId: string, more: Partial<MeetingFigure> = {}): MeetingFigure => ({
  meetingId,
  organizationId: `branch of ${meetingId}`,
  month: '2026-11',
  seq: 1,
  kind: 'regular',
  form: 'inPerson',
  status: 'open',
  plannedStart: '2026-11-03T12:30:00.000Z',
  openedAt: '2026-11-03T12:30:00.000Z',
  closedAt: null,
  presentCount: 0,
  expectedCount: 22,
  reason: null,
  ...more,
})

let sent: MeetingFigures[]
let paced: PacedFigures
const errors = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  paced = new PacedFigures({ send: async (figures) => void sent.push(figures), onError: errors })
})
afterEach(() => {
  paced.end()
  vi.useRealTimers()
})

describe('figures of a watched organization', () => {
  it('go out at once when they come alone', async () => {
    paced.take('commune', { meeting: figure('a', { presentCount: 1 }) })
    expect(sent).toEqual([
      { organizationId: 'commune', meetings: [expect.objectContaining({ presentCount: 1 })], beneath: [] },
    ])
    await vi.advanceTimersByTimeAsync(PAUSE_MS)
    paced.take('commune', { meeting: figure('a', { presentCount: 2 }) })
    expect(sent).toHaveLength(2)
  })

  it('wait for the pause when more comes, the newest of each meeting', async () => {
    paced.take('commune', { meeting: figure('a', { seq: 5 }) })
    paced.take('commune', { meeting: figure('a', { seq: 7, presentCount: 7 }) })
    paced.take('commune', { meeting: figure('a', { seq: 6, presentCount: 6 }) })
    paced.take('commune', { meeting: figure('b') })
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(PAUSE_MS)
    expect(sent[1]?.meetings.map(({ meetingId, presentCount }) => [meetingId, presentCount])).toEqual([
      ['a', 7],
      ['b', 0],
    ])
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MS)
    expect(sent).toHaveLength(2)
  })

  it('do not hold up another organization', () => {
    paced.take('commune', { meeting: figure('a') })
    paced.take('commune', { meeting: figure('b') })
    paced.take('sibling', { meeting: figure('c') })
    expect(sent.map(({ organizationId }) => organizationId)).toEqual(['commune', 'sibling'])
  })

  it('go on after a message that could not be sent', async () => {
    let fails = true
    const failing = new PacedFigures({
      send: async (figures) => {
        if (fails) throw new Error('the database is gone')
        sent.push(figures)
      },
      onError: errors,
    })
    failing.take('commune', { meeting: figure('a') })
    await vi.advanceTimersByTimeAsync(PAUSE_MS)
    expect(errors).toHaveBeenCalledOnce()
    fails = false
    failing.take('commune', { meeting: figure('a') })
    expect(sent).toHaveLength(1)
    failing.end()
  })
})

describe('a province in which 3,745 branches call the roll at once', () => {
  const SECONDS = 10

  it('is told at most four times a second of the communes, each once a message', async () => {
    for (let tick = 0; tick < SECONDS * 50; tick += 1) {
      for (let branch = tick; branch < 3745; branch += 50) paced.take('province', { beneath: `commune ${branch % 92}` })
      await vi.advanceTimersByTimeAsync(20)
    }
    expect(sent.length).toBeGreaterThan(SECONDS)
    expect(sent.length).toBeLessThanOrEqual((SECONDS * 1000) / PAUSE_MS + 1)
    expect(Math.max(...sent.map(({ beneath }) => beneath.length))).toBeLessThanOrEqual(92)
    expect(sent.flatMap(({ meetings }) => meetings)).toEqual([])
  })

  it('gets no message too large even where all branches stand directly beneath it, and misses none', async () => {
    for (let branch = 0; branch < 3745; branch += 1) paced.take('province', { meeting: figure(`meeting ${branch}`) })
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 30)
    expect(Math.max(...sent.map(({ meetings }) => meetings.length))).toBe(MOST_IN_ONE)
    expect(new Set(sent.flatMap(({ meetings }) => meetings.map(({ meetingId }) => meetingId))).size).toBe(3745)
  })
})
