// The door of the ballot box: it asks nobody for a name, remembers nobody who casts a ballot, and tires of those who guess.
import { Writable } from 'node:stream'
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { type App, createApp } from '../../http/app.ts'
import { RequestLimits } from '../../ops/requestLimits.ts'
import { ballotRoute } from './ballotRoute.ts'

const url = '/api/v1/meetings/7a3e0b0c-8f43-4a4f-9a0e-1c9f0f5f9d01/polls/7a3e0b0c-8f43-4a4f-9a0e-1c9f0f5f9d02/ballots'
const payload = { token: 'A'.repeat(43), signature: 'A'.repeat(342), choices: ['for'] }

let app: App
afterEach(() => app.close())

async function door(cast: (ballot?: { token: string }) => Promise<string>) {
  const lines: string[] = []
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  app = await createApp({ log: pino({ level: 'trace' }, sink), trustProxy: false, secure: false })
  ballotRoute(
    app,
    { cast: (_place, ballot) => cast(ballot) },
    new RequestLimits({ burst: 2, perSecond: 0.001 }, () => 0),
  )
  const post = (headers: Record<string, string> = {}, remoteAddress = '10.0.0.1', ballot = payload) =>
    app.inject({ method: 'POST', url, payload: ballot, headers, remoteAddress })
  return { post, lines }
}
const refuse = (code: ErrorCode) => async () => {
  throw new AppError(code)
}

test('answers with the receipt, sets no cookie and writes no line', async () => {
  const { post, lines } = await door(async () => 'receipt')
  const reply = await post()
  expect([reply.statusCode, reply.json()]).toEqual([200, { receipt: 'receipt' }])
  expect(reply.headers).not.toHaveProperty('set-cookie')
  expect(reply.headers['cache-control']).toBe('no-store')
  expect(lines).toEqual([])
})

test('who is signed in is told the same as who is not', async () => {
  const { post } = await door(async () => 'receipt')
  const replies = [await post(), await post({ authorization: 'Bearer a.b.c', cookie: 'refresh=abc' })]
  expect(new Set(replies.map(({ body }) => body)).size).toBe(1)
})

test('takes as many good ballots from one address as there are', async () => {
  const { post } = await door(async () => 'receipt')
  for (let count = 0; count < 20; count += 1) expect((await post()).statusCode).toBe(200)
})

test('an address that guesses has to wait, another has not', async () => {
  const { post } = await door(refuse('BALLOT_INVALID'))
  const codes: number[] = []
  for (let count = 0; count < 4; count += 1) codes.push((await post()).statusCode)
  expect(codes).toEqual([400, 400, 429, 429])
  expect((await post({}, '10.0.0.2')).statusCode).toBe(400)
})

test('a commune behind one address casts its ballots while one of them guesses', async () => {
  const good = { ...payload, token: 'B'.repeat(43) }
  const { post } = await door(async (ballot) => (ballot?.token === good.token ? 'receipt' : refuse('BALLOT_INVALID')()))
  for (let count = 0; count < 4; count += 1) await post()
  expect((await post()).statusCode).toBe(429)
  expect((await post({}, '10.0.0.1', good)).json()).toEqual({ receipt: 'receipt' })
})

test('what is no guess costs nothing: the poll is closed, the database away', async () => {
  for (const code of ['POLL_CLOSED', 'DATABASE_UNAVAILABLE', 'TOO_MANY_REQUESTS'] as const) {
    const { post, lines } = await door(refuse(code))
    for (let count = 0; count < 5; count += 1) expect((await post()).json().error.code).toBe(code)
    expect(lines).toEqual([])
    await app.close()
  }
})
