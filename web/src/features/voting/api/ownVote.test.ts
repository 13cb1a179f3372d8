// A vote on its way: answered, unanswered, refused, reloaded, asked about.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type { Command } from '@hoi-truong/shared/protocol'
import { expect, it, vi } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import { OwnVote, VALID_MS } from './ownVote.ts'

const meetingId = '7a3e0b0c-8f43-4a4f-9a0e-1c9f0f5f9d01'
const pollId = '7a3e0b0c-8f43-4a4f-9a0e-1c9f0f5f9d02'
const NOW = Date.parse('2026-11-03T13:00:00.000Z')

function fakeStorage() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const silence = () => {
  throw new Unreachable()
}
const refuse = (code: ErrorCode) => () => {
  throw new AppError(code)
}

function setUp(answers: (() => unknown)[] = [], storage = fakeStorage()) {
  const sent: Command[] = []
  const deps = {
    meetingId,
    pollId,
    storage,
    storageKey: 'vote',
    send: async (command: Command) => {
      sent.push(command)
      return await answers.shift()?.()
    },
    now: () => NOW,
    pause: async () => undefined,
  }
  const vote = new OwnVote(deps)
  vote.start()
  const until = (seen: () => boolean) => vi.waitFor(() => expect(seen()).toBe(true))
  return { vote, sent, storage, deps, until, state: () => vote.store.getState() }
}

it('is recorded when the server has said so, and not before', async () => {
  let answer: (value?: unknown) => void = () => undefined
  const { vote, sent, state, until } = setUp([() => new Promise((resolve) => (answer = resolve))])
  vote.cast(['for'])
  await until(() => sent.length === 1)
  expect(state()).toMatchObject({ recorded: null, sending: { choices: ['for'] } })
  expect(sent[0]).toMatchObject({ type: 'voting.cast', streamId: meetingId, payload: { pollId, choices: ['for'] } })
  expect(Date.parse(sent[0]?.validUntil ?? '')).toBe(NOW + VALID_MS)
  answer()
  await until(() => state().recorded !== null)
  expect(state()).toEqual({ recorded: ['for'], sending: null, refused: null })
})

it('is sent again under the same id until somebody answers', async () => {
  const { vote, sent, state, until } = setUp([silence, refuse('COMMAND_IN_DOUBT'), silence])
  vote.cast(['against'])
  await until(() => state().recorded !== null)
  expect(sent).toHaveLength(4)
  expect(new Set(sent.map((command) => JSON.stringify(command))).size).toBe(1)
})

it.each(['COMMAND_EXPIRED', 'POLL_CLOSED'] as const)('says that it did not count: %s', async (code) => {
  const { vote, state, until } = setUp([silence, refuse(code)])
  vote.cast(['for'])
  await until(() => state().refused !== null)
  expect(state()).toEqual({ recorded: null, sending: null, refused: { choices: ['for'], problem: { code } } })
})

it('keeps the vote recorded before when another was not taken', async () => {
  const { vote, state, until } = setUp([() => undefined, refuse('POLL_CLOSED')])
  vote.cast(['for'])
  await until(() => state().recorded !== null)
  vote.cast(['against'])
  await until(() => state().refused !== null)
  expect(state().recorded).toEqual(['for'])
})

it('is one vote however often it is pressed', async () => {
  const { vote, sent, state, until } = setUp()
  vote.cast(['for'])
  vote.cast(['for'])
  vote.cast(['against'])
  await until(() => state().recorded !== null)
  expect(sent).toHaveLength(1)
})

it('goes on under the same id after a reload', async () => {
  const before = setUp()
  before.deps.send = async (command) => {
    before.sent.push(command)
    before.vote.stop()
    throw new Unreachable()
  }
  before.vote.cast(['abstain'])
  await before.until(() => before.sent.length === 1)
  const after = setUp([], before.storage)
  expect(after.state().sending).toMatchObject({ choices: ['abstain'], tried: true })
  await after.until(() => after.state().recorded !== null)
  expect(after.sent).toEqual(before.sent)
  expect(before.storage.kept.size).toBe(0)
})

it('reads what counts from the server, which another device may have said', () => {
  const { vote, state } = setUp()
  vote.asks()(['against'])
  expect(state().recorded).toEqual(['against'])
})

it('is not undone by an answer that was asked for before it', async () => {
  const { vote, state, until } = setUp()
  const answer = vote.asks()
  vote.cast(['for'])
  await until(() => state().recorded !== null)
  answer(null)
  expect(state().recorded).toEqual(['for'])
})

it('works without storage, and with nonsense in it', async () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError')
  }
  const none = { ...fakeStorage(), getItem: forbidden, setItem: forbidden, removeItem: forbidden }
  const { vote, state, until } = setUp([], none)
  vote.cast(['for'])
  await until(() => state().recorded !== null)
  const broken = fakeStorage()
  broken.kept.set('vote', '{')
  expect(setUp([], broken).state().sending).toBeNull()
})
