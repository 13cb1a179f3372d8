// Sessions: the refresh token changes at every use; one used twice ends the session, but two tabs that start together are no thieves.
import type { ErrorCode } from '@hoi-truong/shared/errors'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignalingServer } from '../server.ts'
import { Browser } from '../testing/browser.ts'
import {
  connect,
  member,
  numberOf,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
} from '../testing/signaling.ts'

let signaling: TestSignaling
/** A node for which a token may never be used twice: as if the leeway had passed. */
let strict: SignalingServer

beforeAll(async () => {
  signaling = await startTestSignaling({ REFRESH_LEEWAY_SECONDS: '300' })
  strict = await signaling.startNode({ REFRESH_LEEWAY_SECONDS: '0' })
})
afterAll(() => signaling.stop())

async function signedIn(id: string, { url } = signaling.server) {
  const browser = new Browser(url)
  const { body } = await browser.logIn(numberOf(id))
  return { browser, token: body?.accessToken ?? '' }
}

/** What the page behind a socket is told, and that it is disconnected. */
function ending(socket: TestSocket) {
  const told: ErrorCode[] = []
  socket.on('signedOut', ({ code }) => told.push(code))
  return new Promise<ErrorCode[]>((resolve) => socket.once('disconnect', () => resolve(told)))
}

const refusedSocket = (url: string, token: string): Promise<unknown> =>
  connect(url, token).then(
    () => 'connected',
    (error: { data?: unknown }) => error.data,
  )

test('a refresh gives a new access token and another refresh cookie', async () => {
  const { browser } = await signedIn('dv01')
  const before = browser.cookies.get('hoi_truong_refresh')
  const { status, body } = await browser.refresh()
  expect(status).toBe(200)
  expect(body?.member?.memberId).toBe(member('dv01'))
  expect((await browser.me(body?.accessToken ?? '')).status).toBe(200)
  expect(browser.cookies.get('hoi_truong_refresh')).not.toBe(before)
  expect((await browser.refresh()).status).toBe(200)
})

test.each([undefined, 'never-given-out', '', '%00', 'ü'])('the refresh cookie %j is refused', async (cookie) => {
  const browser = new Browser(signaling.server.url)
  if (cookie !== undefined) browser.cookies.set('hoi_truong_refresh', encodeURIComponent(cookie))
  expect(await browser.refresh()).toMatchObject({ status: 401, body: { error: { code: 'REFRESH_INVALID' } } })
})

test('two tabs that refresh in the same moment both go on, and so does the browser', async () => {
  const { browser } = await signedIn('dv02')
  const tabs = [browser.copy(), browser.copy(), browser.copy()]
  const answers = await Promise.all(tabs.map((tab) => tab.refresh()))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const rotated = new Set(answers.flatMap(({ setCookies }) => setCookies))
  expect(rotated.size).toBe(1)
  expect(await browser.refresh()).toMatchObject({ status: 200, setCookies: [...rotated] })
})

test('a browser that never got an answer to its refresh goes on, also when the leeway is over', async () => {
  const { browser } = await signedIn('dv12')
  const late = browser.copy()
  const lost = browser.copy()
  await lost.refresh()
  expect((await browser.refresh()).status).toBe(200)
  expect(browser.cookies.get('hoi_truong_refresh')).toBe(lost.cookies.get('hoi_truong_refresh'))
  const onStrict = new Browser(strict.url)
  onStrict.cookies.set('hoi_truong_refresh', browser.cookies.get('hoi_truong_refresh') ?? '')
  expect((await onStrict.refresh()).status).toBe(200)
  // An answer that comes late must not bring an older token back.
  await late.refresh()
  expect(late.cookies.get('hoi_truong_refresh')).toBe(onStrict.cookies.get('hoi_truong_refresh'))
})

test('a token used again after the leeway ends the session: its pages hear why, and nothing of it works any more', async () => {
  const { browser, token } = await signedIn('dv03', strict)
  const thief = browser.copy()
  const page = await connect(strict.url, token)
  const other = await signedIn('dv03', strict)
  const otherPage = await connect(strict.url, other.token)
  expect((await browser.refresh()).status).toBe(200)

  const end = ending(page)
  expect(await thief.refresh()).toMatchObject({ status: 401, body: { error: { code: 'REFRESH_REUSED' } } })
  expect(await end).toEqual(['REFRESH_REUSED'])
  expect((await browser.refresh()).body?.error?.code).toBe('REFRESH_INVALID')
  expect((await browser.me(token)).body?.error?.code).toBe('TOKEN_INVALID')
  expect(await refusedSocket(strict.url, token)).toEqual({ code: 'TOKEN_INVALID' })

  // Another sign-in of the same member is another session.
  expect(otherPage.connected).toBe(true)
  expect((await other.browser.refresh()).status).toBe(200)
  otherPage.disconnect()
})

test('signing out ends the session on all its pages', async () => {
  const { browser, token } = await signedIn('dv04')
  const [one, two] = await Promise.all([connect(signaling.server.url, token), connect(signaling.server.url, token)])
  const ends = Promise.all([ending(one), ending(two)])
  const stale = browser.copy()
  expect((await browser.logOut()).status).toBe(204)
  expect(browser.cookies.has('hoi_truong_refresh')).toBe(false)
  expect(await ends).toEqual([['REFRESH_INVALID'], ['REFRESH_INVALID']])
  expect((await stale.refresh()).body?.error?.code).toBe('REFRESH_INVALID')
  expect(await refusedSocket(signaling.server.url, token)).toEqual({ code: 'TOKEN_INVALID' })
})

test('signing out without a session is no error', async () => {
  const browser = new Browser(signaling.server.url)
  expect((await browser.logOut()).status).toBe(204)
  browser.cookies.set('hoi_truong_refresh', 'never-given-out')
  expect((await browser.logOut()).status).toBe(204)
})

test('whoever signs out while another tab refreshes is signed out', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { browser } = await signedIn('dv05')
    const tab = browser.copy()
    await Promise.all([tab.refresh(), browser.logOut()])
    expect((await tab.refresh()).body?.error?.code).toBe('REFRESH_INVALID')
  }
})

test('a sign-out on one node ends the pages on the others, a suspension those that never refresh; nobody else is touched', async () => {
  const node = await signaling.startNode({ SESSION_CHECK_SECONDS: '0.1' })
  const leaving = await signedIn('dv14')
  const suspended = await signedIn('dv15')
  const staying = await signedIn('dv16')
  const pages = await Promise.all([leaving, suspended, staying].map(({ token }) => connect(node.url, token)))
  const [left, locked] = pages.map(ending)
  await leaving.browser.logOut()
  await signaling.server.database.account.update({ where: { memberId: member('dv15') }, data: { suspended: true } })
  expect(await left).toEqual(['REFRESH_INVALID'])
  expect(await locked).toEqual(['ACCOUNT_SUSPENDED'])
  expect(pages[2]?.connected).toBe(true)
  pages[2]?.disconnect()
})

test('a suspended account: the next refresh ends the session, and the token opens nothing before that', async () => {
  const { browser, token } = await signedIn('dv08')
  const page = await connect(signaling.server.url, token)
  const end = ending(page)
  await signaling.server.database.account.update({ where: { memberId: member('dv08') }, data: { suspended: true } })
  expect((await browser.me(token)).body?.error?.code).toBe('ACCOUNT_SUSPENDED')
  expect(await refusedSocket(signaling.server.url, token)).toEqual({ code: 'ACCOUNT_SUSPENDED' })
  expect(await browser.refresh()).toMatchObject({ status: 403, body: { error: { code: 'ACCOUNT_SUSPENDED' } } })
  expect(await end).toEqual(['ACCOUNT_SUSPENDED'])
})

test('an expired refresh token is refused, and swept away at the next sign-in', async () => {
  const { browser } = await signedIn('dv09')
  const { refreshToken } = signaling.server.database
  await refreshToken.updateMany({
    where: { memberId: member('dv09') },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  expect((await browser.refresh()).body?.error?.code).toBe('REFRESH_INVALID')
  await signedIn('dv09')
  expect(await refreshToken.count({ where: { memberId: member('dv09') } })).toBe(1)
})

test('the database keeps only hashes of refresh tokens', async () => {
  const { browser } = await signedIn('dv10')
  const rows = await signaling.server.database.refreshToken.findMany({ where: { memberId: member('dv10') } })
  expect(rows).toHaveLength(1)
  expect(rows[0]?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(rows)).not.toContain(browser.cookies.get('hoi_truong_refresh'))
})
