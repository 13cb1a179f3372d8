// The outbox against a fake server and a fake storage.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import { expect, it, vi } from 'vitest'
import { Unreachable } from '../../lib/problem.ts'
import { Outbox } from './outbox.ts'

const meetingId = '7a3e0b0c-8f43-4a4f-9a0e-1c9f0f5f9d01'
const signal = new AbortController().signal

function fakeStorage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

function setUp(answers: (() => unknown)[], storage = fakeStorage()) {
  const sent: { id: string; payload: unknown }[] = []
  const deps = {
    storage,
    send: async (command: { id: string; payload: unknown }) => {
      sent.push(command)
      return (answers.shift()?.() ?? { streamId: meetingId, seq: 9 }) as { streamId: string; seq: number }
    },
    pause: async () => undefined,
  }
  return { outbox: new Outbox('member-1', deps), sent, storage, deps }
}

const silence = () => {
  throw new Unreachable()
}
const refuse = (code: ErrorCode) => () => {
  throw new AppError(code)
}

it('sends until somebody answers, always with the same id', async () => {
  const { outbox, sent } = setUp([silence, refuse('COMMAND_IN_DOUBT'), refuse('DATABASE_UNAVAILABLE')])
  outbox.add('attendance.reportAbsence', meetingId, { reason: 'Đang nằm viện' }, signal)
  await vi.waitFor(() => expect(outbox.store.getState().items[0]?.taken).not.toBeNull(), { timeout: 10_000 })
  expect(sent).toHaveLength(4)
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
})

it('still has it, with the same id, after the browser was closed', async () => {
  const storage = fakeStorage()
  const before = setUp([], storage)
  const away = new AbortController()
  before.deps.send = async (command) => {
    before.sent.push(command)
    away.abort()
    throw new Unreachable()
  }
  before.outbox.add('attendance.reportAbsence', meetingId, { reason: 'Đang nằm viện' }, away.signal)
  await vi.waitFor(() => expect(away.signal.aborted).toBe(true), { timeout: 10_000 })
  const after = setUp([], storage)
  await after.outbox.run(signal)
  expect(after.sent).toEqual(before.sent)
  expect(setUp([], storage).outbox.store.getState().items).toEqual([])
})

it('keeps a refusal with its words until it is put away', async () => {
  const storage = fakeStorage()
  const { outbox, sent } = setUp([refuse('ABSENCE_ALREADY_REPORTED')], storage)
  outbox.add('attendance.reportAbsence', meetingId, { reason: 'Đang nằm viện' }, signal)
  await outbox.run(signal)
  const [item] = setUp([], storage).outbox.store.getState().items
  expect(item).toMatchObject({ refusal: { code: 'ABSENCE_ALREADY_REPORTED' }, payload: { reason: 'Đang nằm viện' } })
  await outbox.run(signal)
  expect(sent).toHaveLength(1)
  outbox.putAway(item?.id ?? '')
  expect(setUp([], storage).outbox.store.getState().items).toEqual([])
})

it('waits for the next sign-in when the session has ended', async () => {
  const { outbox, sent } = setUp([refuse('REFRESH_INVALID')])
  outbox.add('attendance.reportAbsence', meetingId, { reason: 'Đang nằm viện' }, signal)
  await outbox.run(signal)
  expect(outbox.store.getState().items).toMatchObject([{ refusal: null, taken: null }])
  await outbox.run(signal)
  expect(sent).toHaveLength(2)
})

it('goes on after a refusal', async () => {
  const { outbox, sent } = setUp([refuse('ABSENCE_ALREADY_REPORTED')])
  outbox.add('attendance.reportAbsence', meetingId, { reason: 'một' }, signal)
  outbox.add('attendance.reportAbsence', meetingId, { reason: 'hai' }, signal)
  await outbox.run(signal)
  expect(sent.map(({ payload }) => payload)).toEqual([{ reason: 'một' }, { reason: 'hai' }])
})

it('keeps the order of several, each under its own id', async () => {
  const { outbox, sent } = setUp([silence, silence])
  for (const text of ['một', 'hai', 'ba']) outbox.add('comment.post', meetingId, { text }, signal)
  await outbox.run(signal)
  expect(sent.map(({ payload }) => (payload as { text: string }).text)).toEqual(['một', 'một', 'một', 'hai', 'ba'])
  expect(new Set(sent.map(({ id }) => id)).size).toBe(3)
})

it('is picked up again when its page was left while it waited', async () => {
  const { outbox, sent, deps } = setUp([])
  const away = new AbortController()
  const silent = deps.send
  deps.send = async () => {
    away.abort()
    // Its next try is the other page's business.
    deps.send = silent
    throw new Unreachable()
  }
  void outbox.run(away.signal)
  outbox.add('comment.post', meetingId, { text: 'một' }, away.signal)
  await vi.waitFor(() => expect(away.signal.aborted).toBe(true))
  await outbox.run(signal)
  expect(sent).toHaveLength(1)
})

it('loses nothing of another tab, and shows what became of it there', async () => {
  const storage = fakeStorage()
  const held = () => new Promise(() => undefined)
  const one = setUp([held], storage)
  const two = setUp([refuse('COMMENT_TOO_MANY_OWN')], storage)
  one.outbox.add('comment.post', meetingId, { text: 'ở cửa sổ này' }, signal)
  two.outbox.add('comment.post', meetingId, { text: 'ở cửa sổ kia' }, signal)
  const texts = ({ outbox }: typeof one) => outbox.store.getState().items.map(({ payload }) => payload)
  expect(texts(setUp([], storage))).toEqual([{ text: 'ở cửa sổ này' }, { text: 'ở cửa sổ kia' }])

  await two.outbox.run(signal)
  one.outbox.reread()
  // One was refused there, the other taken: that one is not kept any more.
  expect(one.outbox.store.getState().items).toMatchObject([{ refusal: { code: 'COMMENT_TOO_MANY_OWN' } }])
  two.outbox.putAway(one.outbox.store.getState().items[0]?.id ?? '')
  one.outbox.reread()
  expect(texts(one)).toEqual([])
})

it('works without storage for as long as the page is open', async () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError')
  }
  const { outbox, sent } = setUp([], { getItem: forbidden, setItem: forbidden })
  outbox.add('attendance.reportAbsence', meetingId, { reason: 'Đang nằm viện' }, signal)
  await outbox.run(signal)
  expect(sent).toHaveLength(1)
})
