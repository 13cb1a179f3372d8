// The session against a faked fetch: only the two answers of the server are made up, everything else is the real client.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SessionClient } from './sessionClient.ts'

const member = {
  memberId: '0b0c7a3e-8f43-4a4f-9a0e-1c9f0f5f9d01',
  memberNumber: 'MAU-00001',
  name: 'Trần Văn Minh Họa',
  organizationId: '0b0c7a3e-8f43-4a4f-9a0e-1c9f0f5f9d02',
  organizationName: 'Chi bộ Thôn Giả Định 2',
}

const tokenFor = (seconds: number, mark: string) =>
  `${btoa('{}')}.${btoa(JSON.stringify({ iat: 1000, exp: 1000 + seconds, mark }))}.x`

type Answer = { status?: number; body: unknown } | 'silence'

function serve(answers: Answer[]) {
  const calls: { path: string; token: string | null }[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    calls.push({ path, token: new Headers(init.headers).get('authorization') })
    const answer = answers.shift()
    if (answer === undefined) throw new Error(`nothing to answer to ${path}`)
    if (answer === 'silence') throw new TypeError('network')
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 })
  })
  return calls
}

const refusal = (status: number, code: string) => ({ status, body: { error: { code } } })

let marked = true
const mark = {
  get: () => marked,
  set: (present: boolean) => {
    marked = present
  },
}

beforeEach(() => {
  marked = true
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('goes on with a session from before', async () => {
  serve([{ body: { accessToken: tokenFor(600, 'a'), member } }])
  const client = new SessionClient(mark)
  await client.start(new AbortController().signal)
  expect(client.store.getState()).toMatchObject({ status: 'signedIn', member: { name: 'Trần Văn Minh Họa' } })
})

it('does not ask on a first visit', async () => {
  marked = false
  const calls = serve([])
  const client = new SessionClient(mark)
  await client.start(new AbortController().signal)
  expect(client.store.getState().status).toBe('signedOut')
  expect(calls).toEqual([])
})

it('is signed out, without a reproach, when there was no session', async () => {
  serve([refusal(401, 'TOKEN_MISSING')])
  const client = new SessionClient(mark)
  await client.start(new AbortController().signal)
  expect(client.store.getState()).toMatchObject({ status: 'signedOut', ended: null })
})

it('says at the next visit that the session has ended meanwhile', async () => {
  serve([refusal(401, 'REFRESH_REUSED')])
  const client = new SessionClient(mark)
  await client.start(new AbortController().signal)
  expect(client.store.getState()).toMatchObject({ status: 'signedOut', ended: 'REFRESH_REUSED' })
  expect(marked).toBe(false)
})

it('keeps trying while the server cannot be reached, and says so', async () => {
  vi.useFakeTimers()
  serve(['silence', 'silence', { body: { accessToken: tokenFor(600, 'a'), member } }])
  const client = new SessionClient(mark)
  const started = client.start(new AbortController().signal)
  await vi.advanceTimersByTimeAsync(1)
  expect(client.store.getState()).toMatchObject({ status: 'starting', unreachable: true })
  await vi.advanceTimersByTimeAsync(2_000)
  await started
  expect(client.store.getState()).toMatchObject({ status: 'signedIn', unreachable: false })
})

it('asks once for a new token when several requests need one', async () => {
  const calls = serve([{ body: { accessToken: tokenFor(600, 'a'), member } }])
  const client = new SessionClient(mark)
  const tokens = await Promise.all([client.accessToken(), client.accessToken(), client.accessToken()])
  expect(new Set(tokens).size).toBe(1)
  expect(calls).toHaveLength(1)
})

it('asks for a new token shortly before the old one ends', async () => {
  vi.useFakeTimers()
  serve([{ body: { accessToken: tokenFor(600, 'a'), member } }, { body: { accessToken: tokenFor(600, 'b'), member } }])
  const client = new SessionClient(mark)
  const first = await client.accessToken()
  vi.advanceTimersByTime(569_000)
  expect(await client.accessToken()).toBe(first)
  vi.advanceTimersByTime(2_000)
  expect(await client.accessToken()).not.toBe(first)
})

it('repeats a request once with a new token when the old one is refused', async () => {
  const calls = serve([
    { body: { accessToken: tokenFor(600, 'a'), member } },
    refusal(401, 'TOKEN_EXPIRED'),
    { body: { accessToken: tokenFor(600, 'b'), member } },
    { body: { meetings: [] } },
  ])
  const client = new SessionClient(mark)
  await expect(client.request('/meetings')).resolves.toEqual({ meetings: [] })
  expect(calls.map(({ path }) => path)).toEqual([
    '/api/v1/auth/refresh',
    '/api/v1/meetings',
    '/api/v1/auth/refresh',
    '/api/v1/meetings',
  ])
  expect(calls[3]?.token).not.toBe(calls[1]?.token)
})

it('ends the session with its reason when the refresh cookie was used elsewhere', async () => {
  serve([{ body: { accessToken: tokenFor(0, 'a'), member } }, refusal(401, 'REFRESH_REUSED')])
  const client = new SessionClient(mark)
  await client.signIn({ memberNumber: 'MAU-00001', password: 'x' })
  await expect(client.accessToken()).rejects.toMatchObject({ code: 'REFRESH_REUSED' })
  expect(client.store.getState()).toMatchObject({ status: 'signedOut', ended: 'REFRESH_REUSED' })
})

it('keeps the session when the server only fails for a moment', async () => {
  serve([{ body: { accessToken: tokenFor(0, 'a'), member } }, refusal(503, 'DATABASE_UNAVAILABLE')])
  const client = new SessionClient(mark)
  await client.signIn({ memberNumber: 'MAU-00001', password: 'x' })
  await expect(client.accessToken()).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
  expect(client.store.getState().status).toBe('signedIn')
})

it('signs this device out also when the server cannot be told', async () => {
  serve([{ body: { accessToken: tokenFor(600, 'a'), member } }, 'silence'])
  const client = new SessionClient(mark)
  await client.signIn({ memberNumber: 'MAU-00001', password: 'x' })
  await client.signOut()
  expect(client.store.getState().status).toBe('signedOut')
})
