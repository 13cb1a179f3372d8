// Where somebody is signed in, as they see it; they end what is theirs and nothing else; the own password.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Committee, committeeOf } from '../testing/accounts.ts'
import { Browser } from '../testing/browser.ts'
import { connect, numberOf, PASSWORD, startTestSignaling, type TestSignaling } from '../testing/signaling.ts'

const PHONE = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36'
const NEW = 'con trâu đi cày'

let signaling: TestSignaling
let committee: Committee

async function signedIn(id: string, userAgent = PHONE, password = PASSWORD) {
  const browser = new Browser(signaling.server.url, { 'user-agent': userAgent })
  const { body } = await browser.logIn(numberOf(id), password)
  return { browser, token: body?.accessToken ?? '' }
}
const change = (token: string, current: string, password: string) =>
  committee.ask(token, 'POST', 'me/password', { current, password })

beforeAll(async () => {
  signaling = await startTestSignaling()
  committee = committeeOf(signaling)
})
afterAll(() => signaling.stop())

test('each sign-in is listed once, with its device, through any number of renewals', async () => {
  const first = await signedIn('dv04', 'something else')
  const phone = await signedIn('dv04')
  const [listed] = (await committee.sessions(phone.token)).filter(({ current }) => current)
  for (let times = 0; times < 3; times += 1) await phone.browser.refresh()
  const sessions = await committee.sessions(first.token)
  expect(sessions.map(({ device, current }) => [device, current])).toEqual([
    ['Chrome, Android', false],
    [null, true],
  ])
  expect(sessions[0]?.beganAt).toBe(listed?.beganAt)
  expect(Date.parse(sessions[0]?.lastUsedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(listed?.lastUsedAt ?? ''))
})

test('a session is ended from another device, with its page; somebody else’s is not found', async () => {
  const lost = await signedIn('dv05')
  const home = await signedIn('dv05')
  const stranger = await signedIn('dv06')
  const page = await connect(signaling.server.url, lost.token)
  const closed = new Promise((resolve) => page.once('disconnect', resolve))
  const { sessionId } = (await committee.sessions(lost.token)).find(({ current }) => current) ?? {}
  const end = (token: string) => committee.ask(token, 'DELETE', `me/sessions/${sessionId}`)

  expect(await end(stranger.token)).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect((await lost.browser.me(lost.token)).status).toBe(200)
  expect((await end(home.token)).status).toBe(204)
  await closed
  expect((await lost.browser.refresh()).body?.error?.code).toBe('REFRESH_INVALID')
  expect(await end(home.token)).toMatchObject({ code: 'NOT_FOUND' })
  expect((await home.browser.refresh()).status).toBe(200)
})

test('all others end at once, this one goes on', async () => {
  const others = [await signedIn('dv07'), await signedIn('dv07')]
  const here = await signedIn('dv07')
  const neighbour = await signedIn('dv08')
  expect((await committee.ask(here.token, 'POST', 'me/sessions/end-others')).status).toBe(204)
  for (const { browser } of others) expect((await browser.refresh()).body?.error?.code).toBe('REFRESH_INVALID')
  expect(await committee.sessions(here.token)).toMatchObject([{ current: true }])
  expect((await neighbour.browser.refresh()).status).toBe(200)
})

test('a new password: the old one and the other devices are out', async () => {
  const other = await signedIn('dv09')
  const here = await signedIn('dv09')
  expect((await change(here.token, 'not this', NEW)).code).toBe('CREDENTIALS_WRONG')
  expect((await change(here.token, PASSWORD, 'mau-00009')).code).toBe('PASSWORD_WEAK')
  expect((await change(here.token, PASSWORD, NEW)).status).toBe(204)
  expect((await other.browser.refresh()).body?.error?.code).toBe('REFRESH_INVALID')
  expect((await here.browser.refresh()).status).toBe(200)
  expect((await signedIn('dv09')).token).toBe('')
  expect((await signedIn('dv09', PHONE, NEW)).token).not.toBe('')
})

test('asked for again because the answer was lost, it is done already', async () => {
  const here = await signedIn('dv12')
  expect((await change(here.token, PASSWORD, NEW)).status).toBe(204)
  expect((await change(here.token, PASSWORD, NEW)).status).toBe(204)
  expect((await signedIn('dv12', PHONE, NEW)).token).not.toBe('')
})

test('guessing the current password is stopped, and shuts nobody out of signing in', async () => {
  const { token } = await signedIn('dv10')
  const codes: string[] = []
  for (let tries = 0; tries < 11; tries += 1) codes.push((await change(token, `guess ${tries}`, NEW)).code)
  expect(codes).toEqual([...Array(10).fill('CREDENTIALS_WRONG'), 'SIGN_IN_BLOCKED'])
  expect((await change(token, PASSWORD, NEW)).code).toBe('SIGN_IN_BLOCKED')
  expect((await signedIn('dv10')).token).not.toBe('')
})

test('of two who change the password at once one is right', async () => {
  const [one, two] = [await signedIn('dv11'), await signedIn('dv11')]
  const heard = await Promise.all([change(one.token, PASSWORD, NEW), change(two.token, PASSWORD, 'cái bống đi chợ')])
  expect(heard.filter(({ code }) => code === 'ok')).toHaveLength(1)
})
