// The operator's taps against a server that is slow, away, or refuses; pauses pass when the test says so.
import { AppError } from '@hoi-truong/shared/errors'
import { afterEach, expect, it, vi } from 'vitest'
import { Unreachable } from '../../lib/problem.ts'
import { SiteTaps, UNDO_MS, type Wish } from './siteTaps.ts'

class Kept implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  readonly items = new Map<string, string>()
  getItem = (key: string) => this.items.get(key) ?? null
  setItem = (key: string, value: string) => void this.items.set(key, value)
  removeItem = (key: string) => void this.items.delete(key)
}

const started: SiteTaps[] = []
afterEach(() => {
  for (const taps of started.splice(0)) taps.stop()
})

function setUp(storage = new Kept()) {
  const sent: [Wish, string[]][] = []
  const pauses: { ms: number; pass: () => void }[] = []
  const server = { answer: async (_wish: Wish, _memberIds: string[]): Promise<unknown> => undefined }
  const taps = new SiteTaps({
    key: 'k',
    storage,
    send: (wish, memberIds) => {
      sent.push([wish, memberIds])
      return server.answer(wish, memberIds)
    },
    pause: (ms) => new Promise((pass) => pauses.push({ ms, pass })),
  })
  taps.start()
  started.push(taps)
  const passAll = () => {
    for (const { pass } of pauses.splice(0)) pass()
  }
  const until = (look: () => void) => vi.waitFor(look)
  return { taps, sent, pauses, server, passAll, until, storage, state: () => taps.store.getState() }
}

it('sends together what was tapped in one go', async () => {
  const { taps, sent, passAll, until, state, storage } = setUp()
  for (const id of ['a', 'b', 'c']) taps.tap(id, 'in')
  expect(sent).toEqual([])
  passAll()
  await until(() => expect(state().taps).toEqual({}))
  expect(sent.flatMap(([, memberIds]) => memberIds).sort()).toEqual(['a', 'b', 'c'])
  expect(sent.length).toBeLessThanOrEqual(2)
  expect(storage.items.size).toBe(0)
})

it('lets a slip be taken back before anything is sent', async () => {
  const { taps, sent, pauses, passAll, state } = setUp()
  taps.tap('a', 'out')
  expect(pauses[0]?.ms).toBe(UNDO_MS)
  taps.undo('a')
  expect(state().taps).toEqual({})
  passAll()
  await Promise.resolve()
  expect(sent).toEqual([])
})

it('keeps what finds no server, tells so, and sends it again', async () => {
  const { taps, sent, server, passAll, until, state, storage } = setUp()
  server.answer = () => Promise.reject(new Unreachable())
  taps.tap('a', 'in')
  passAll()
  await until(() => expect(state().taps.a?.state).toBe('waiting'))
  await until(() => expect(sent).toHaveLength(1))
  expect(storage.items.get('k')).toContain('a')
  server.answer = async () => undefined
  await until(() => {
    passAll()
    expect(state().taps).toEqual({})
  })
  expect(sent).toHaveLength(2)
})

it('sends after a reload what the page before it could not', async () => {
  const storage = new Kept()
  const before = setUp(storage)
  before.server.answer = () => Promise.reject(new Unreachable())
  before.taps.tap('a', 'in')
  before.passAll()
  await before.until(() => expect(before.sent).toHaveLength(1))
  before.taps.stop()
  const after = setUp(storage)
  await after.until(() => expect(after.sent).toEqual([['in', ['a']]]))
  await after.until(() => expect(storage.items.size).toBe(0))
})

it('puts aside only the one who is refused', async () => {
  const { taps, server, passAll, until, state } = setUp()
  server.answer = (_wish, memberIds) =>
    memberIds.includes('bad') ? Promise.reject(new AppError('ATTENDANCE_SUSPENDED')) : Promise.resolve()
  for (const id of ['a', 'bad', 'b']) taps.tap(id, 'in')
  passAll()
  await until(() => expect(state().taps).toEqual({}))
  expect(state().refused).toEqual([{ memberId: 'bad', problem: { code: 'ATTENDANCE_SUSPENDED' } }])
  taps.putAway('bad')
  expect(state().refused).toEqual([])
})

it('follows the last tap when a person is tapped again while the first is on its way', async () => {
  const { taps, sent, server, passAll, until, state } = setUp()
  const { promise, resolve } = Promise.withResolvers<void>()
  server.answer = () => promise
  taps.tap('a', 'in')
  passAll()
  await until(() => expect(sent).toHaveLength(1))
  taps.tap('a', 'out')
  resolve()
  await until(() => expect(state().taps.a).toEqual({ wish: 'out', state: 'held' }))
  passAll()
  await until(() => expect(state().taps).toEqual({}))
  expect(sent).toEqual([
    ['in', ['a']],
    ['out', ['a']],
  ])
})
