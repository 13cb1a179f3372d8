import { expect, it } from 'vitest'
import { PollView } from './pollView.ts'

function fakeStorage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

it('makes a sheet small and opens it again', () => {
  const view = new PollView(fakeStorage(), 'm')
  view.makeSmall('p')
  expect(view.store.getState().small.has('p')).toBe(true)
  view.open('p')
  expect(view.store.getState().small.has('p')).toBe(false)
})

it('shows a result until it is closed, then the one before it', () => {
  const view = new PollView(fakeStorage(), 'm')
  view.announced('a', false)
  view.announced('b', false)
  view.announced('b', false)
  expect(view.store.getState()).toMatchObject({ results: ['a', 'b'], large: 'b' })
  view.closeResult('b')
  expect(view.store.getState()).toMatchObject({ results: ['a'], large: 'a' })
  view.closeResult('a')
  expect(view.store.getState()).toMatchObject({ results: [], large: null })
})

it('lays no result over what somebody is writing', () => {
  const view = new PollView(fakeStorage(), 'm')
  view.announced('a', true)
  expect(view.store.getState()).toMatchObject({ results: ['a'], large: null })
  view.showResult('a')
  expect(view.store.getState()).toMatchObject({ results: ['a'], large: 'a', asked: true })
})

it('has a result that was not closed there again after a reload, of this meeting only', () => {
  const storage = fakeStorage()
  new PollView(storage, 'm').announced('a', false)
  expect(new PollView(storage, 'm').store.getState()).toMatchObject({ results: ['a'], large: 'a' })
  expect(new PollView(storage, 'other').store.getState().results).toEqual([])
})

it('gives the focus to what was pressed for, once', () => {
  const view = new PollView(fakeStorage(), 'm')
  expect(view.wasPressed('sheet')).toBe(false)
  view.press('sheet')
  expect(view.wasPressed('line')).toBe(false)
  expect(view.wasPressed('sheet')).toBe(true)
  expect(view.wasPressed('sheet')).toBe(false)
})

it('works without storage, and with nonsense in it', () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError')
  }
  const view = new PollView({ getItem: forbidden, setItem: forbidden }, 'm')
  view.announced('a', false)
  expect(view.store.getState().large).toBe('a')
  expect(new PollView({ getItem: () => '{"results":7}', setItem: forbidden }, 'm').store.getState().results).toEqual([])
})
