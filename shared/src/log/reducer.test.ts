// Audiences are kept apart, and old events are read in today's form without being rewritten.
import { expect, test } from 'vitest'
import { assembleReducer, chainEvent, type EventDraft, GENESIS, type LogEvent, mayRead, redact } from './index.ts'

const counting = (type: string) => ({
  initial: 0,
  reduce: (count: number, event: LogEvent) =>
    event.type === type ? count + (event.payload as { by: number }).by : count,
})
const parts = {
  hand: { everyone: counting('hand.raised'), bureau: counting('hand.noted'), member: counting('hand.told') },
}

const event = (type: string, audience: EventDraft['audience'], payload: unknown = { by: 1 }, version = 1): LogEvent =>
  chainEvent(
    '3f2b8c1e-0000-4000-8000-000000000001',
    GENESIS,
    { type, version, audience, payload },
    {
      actorId: null,
      at: '2026-11-03T12:30:00.000Z',
      salt: '00',
    },
  )

const events = [
  event('hand.raised', 'everyone'),
  event('hand.noted', 'bureau'),
  event('hand.told', 'member:a'),
  event('hand.told', 'member:b'),
  // A type that a part knows, sent to another audience, is not its business.
  event('hand.raised', 'bureau'),
]

test('each part hears only its own audience', () => {
  const reducer = assembleReducer(parts)
  const state = reducer.reduceAll(reducer.initial(), events)
  expect(state).toEqual({ everyone: { hand: 1 }, bureau: { hand: 1 }, members: { a: { hand: 1 }, b: { hand: 1 } } })
  expect(reducer.filter(state, { memberId: 'a', bureau: false })).toEqual({
    everyone: { hand: 1 },
    bureau: { hand: 0 },
    members: { a: { hand: 1 } },
  })
  expect(reducer.filter(state, { memberId: null, bureau: true }).members).toEqual({})
})

test('an event that changes nothing leaves the very same state', () => {
  const reducer = assembleReducer(parts)
  const state = reducer.reduceAll(reducer.initial(), events)
  expect(reducer.reduce(state, event('unheard.of', 'everyone'))).toBe(state)
})

test('an old version is upcast while it is read', () => {
  const reducer = assembleReducer(parts, {
    'hand.raised': (old) => (old.version === 1 ? { ...old, version: 2, payload: { by: 10 } } : old),
  })
  const both = [event('hand.raised', 'everyone', {}, 1), event('hand.raised', 'everyone', { by: 5 }, 2)]
  expect(reducer.reduceAll(reducer.initial(), both).everyone.hand).toBe(15)
})

test('who may read what', () => {
  const bureau = { memberId: 'a', bureau: true }
  const plain = { memberId: 'b', bureau: false }
  expect([mayRead(bureau, 'bureau'), mayRead(plain, 'bureau')]).toEqual([true, false])
  expect([mayRead(bureau, 'member:b'), mayRead(plain, 'member:b')]).toEqual([false, true])
  expect(mayRead({ memberId: null, bureau: false }, 'everyone')).toBe(true)
  expect(redact(event('hand.noted', 'bureau'), plain)).not.toHaveProperty('payload')
})
