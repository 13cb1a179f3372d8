// The presenter's page through breaks of the line, restarts of the server, a hand that rests.
import type { ShownPage } from '@hoi-truong/shared/document'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { Unreachable } from '../../../lib/problem.ts'
import type { MeetingRoom, MeetingRoomState } from '../../meeting/api/meetingRoom.ts'
import { PageTurning } from './pageTurning.ts'

let presentations = 0
let sent: ShownPage[]
let reached: boolean
let running: PageTurning[]

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  reached = true
  running = []
})
afterEach(() => {
  for (const turning of running) turning.stop()
  vi.useRealTimers()
})
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** The member's place in the meeting, as far as pages go. */
function place(connection: MeetingRoomState['connection'] = 'connected') {
  const store = createStore<Pick<MeetingRoomState, 'connection' | 'shown'>>(() => ({ connection, shown: null }))
  const room = {
    store,
    pageShown: (shown: ShownPage) => store.setState({ shown: { ...shown, at: Date.now() } }),
    showPage: async (shown: ShownPage) => {
      if (!reached) throw new Unreachable()
      sent.push(shown)
    },
  } as unknown as Pick<MeetingRoom, 'store' | 'pageShown' | 'showPage'>
  const seen = () => store.getState().shown?.page
  const connect = (to: MeetingRoomState['connection']) => store.setState({ connection: to })
  return { room, seen, connect }
}

function presentation(documentId?: string) {
  presentations += 1
  const number = presentations
  const startedAt = '2026-11-03T12:40:00.000Z'
  return { presentationId: `p${number}`, documentId: documentId ?? `d${number}`, presenterId: 'm', startedAt }
}

const begin = (room: ReturnType<typeof place>['room'], what = presentation(), onBehind = (_: boolean) => undefined) => {
  const turning = new PageTurning(room, what, onBehind)
  running.push(turning)
  return { turning, what }
}
const pages = () => sent.map(({ page }) => page)

it('shows a page here at once and tells it', async () => {
  const { room, seen } = place()
  const { turning } = begin(room)
  await pass(0)
  expect(sent).toEqual([])
  turning.turn(2)
  expect(seen()).toBe(2)
  await pass(0)
  expect(pages()).toEqual([2])
})

it('takes the pointer away when the hand rests, and never turns back by it', async () => {
  const { room, seen } = place()
  const { turning, what } = begin(room)
  turning.turn(3)
  await pass(300)
  turning.point({ x: 0.5, y: 0.25 })
  await pass(5_000)
  expect(sent.at(-1)).toEqual({ presentationId: what.presentationId, page: 3, pointer: null })
  turning.point({ x: 0.5, y: 0.25 })
  await pass(1_000)
  turning.turn(4)
  await pass(10_000)
  expect(seen()).toBe(4)
  expect(pages().at(-1)).toBe(4)
})

it('says the page again on a new connection, as a server that was restarted has forgotten it', async () => {
  const { room, connect } = place()
  const { turning } = begin(room)
  turning.turn(5)
  await pass(0)
  connect('reconnecting')
  connect('connected')
  await pass(1_000)
  expect(pages()).toEqual([5, 5])
})

it('holds to a page that could not be said, whatever the server had kept', async () => {
  const { room, seen, connect } = place()
  const behind: boolean[] = []
  const { turning, what } = begin(room, presentation(), (is) => void behind.push(is))
  turning.turn(2)
  await pass(0)
  reached = false
  connect('reconnecting')
  turning.turn(3)
  await pass(0)
  expect(behind.at(-1)).toBe(true)
  room.pageShown({ presentationId: what.presentationId, page: 2, pointer: null })
  expect(seen()).toBe(3)
  reached = true
  connect('connected')
  await pass(2_000)
  expect(pages().at(-1)).toBe(3)
  expect(behind.at(-1)).toBe(false)
})

it('follows the presenter’s other device, and goes on from there', async () => {
  const { room, seen } = place()
  const { turning, what } = begin(room)
  turning.turn(2)
  await pass(300)
  room.pageShown({ presentationId: what.presentationId, page: 7, pointer: null })
  expect(seen()).toBe(7)
  turning.point({ x: 0, y: 0 })
  await pass(300)
  expect(pages().at(-1)).toBe(7)
})

it('begins the same paper where it was left, and another at its beginning', async () => {
  const { room } = place()
  const { turning, what } = begin(room)
  turning.turn(6)
  await pass(0)
  turning.stop()
  begin(room, presentation(what.documentId))
  begin(room, presentation())
  await pass(0)
  expect(pages()).toEqual([6, 6])
})
