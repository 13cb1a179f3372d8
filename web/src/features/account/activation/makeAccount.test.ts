import { AppError } from '@hoi-truong/shared/errors'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import { makeAccount } from './makeAccount.ts'

const activation = { memberNumber: 'MAU-00001', code: '7K2M9XQ4B3TDA', password: 'mau-giay-2026' }
const { signal } = new AbortController()

/** Doors that answer one after the other; undefined lets in. */
function doors(answers: (Error | undefined)[], signInAnswer?: Error) {
  const asked: string[] = []
  return {
    asked,
    activate: async () => {
      asked.push('activate')
      const answer = answers.shift()
      if (answer) throw answer
    },
    signIn: async () => {
      asked.push('signIn')
      if (signInAnswer) throw signInAnswer
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('makes it at once', async () => {
  const server = doors([undefined])
  await makeAccount(server, activation, signal, () => undefined)
  expect(server.asked).toEqual(['activate'])
})

it('tells a refusal and asks no further', async () => {
  const server = doors([new AppError('CREDENTIALS_WRONG')])
  await expect(makeAccount(server, activation, signal, () => undefined)).rejects.toMatchObject({
    code: 'CREDENTIALS_WRONG',
  })
  expect(server.asked).toEqual(['activate'])
})

it('signs in when the answer was lost and the code has been used meanwhile', async () => {
  const server = doors([new Unreachable(), new AppError('CREDENTIALS_WRONG')])
  const silences = vi.fn()
  const done = makeAccount(server, activation, signal, silences)
  await vi.runAllTimersAsync()
  await done
  expect(silences).toHaveBeenCalledOnce()
  expect(server.asked).toEqual(['activate', 'activate', 'signIn'])
})

it('tells the refusal of the code, not of the sign-in, when both are refused', async () => {
  const server = doors([new Unreachable(), new AppError('NOT_FOUND')], new AppError('CREDENTIALS_WRONG'))
  const done = makeAccount(server, activation, signal, () => undefined)
  const refused = expect(done).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await vi.runAllTimersAsync()
  await refused
})
