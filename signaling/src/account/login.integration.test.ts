// Signing in over HTTP: who gets in, and that nobody learns from a refusal which numbers exist.
import * as argon2 from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Browser } from '../testing/browser.ts'
import { member, numberOf, startTestSignaling, type TestSignaling } from '../testing/signaling.ts'

vi.mock('@node-rs/argon2', { spy: true })

let signaling: TestSignaling
let url: string

beforeAll(async () => {
  signaling = await startTestSignaling()
  url = signaling.server.url
})
afterAll(() => signaling.stop())

test('the right password gives a token, the member and two cookies that no script can read', async () => {
  const browser = new Browser(url)
  const { status, body, setCookies } = await browser.logIn(numberOf('dv01'))
  expect(status).toBe(200)
  expect(body?.member).toEqual({
    memberId: member('dv01'),
    memberNumber: 'MAU-00001',
    name: 'Trần Văn Minh Họa',
    organizationId: signaling.sample.branchId,
    organizationName: 'Chi bộ Thôn Giả Định 2',
  })
  expect(setCookies).toHaveLength(2)
  for (const cookie of setCookies) {
    expect(cookie).toMatch(/; Max-Age=\d+; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/)
  }
  expect((await browser.me(body?.accessToken ?? '')).body).toEqual(body?.member)
})

test('over HTTPS the cookies never leave it', async () => {
  const node = await signaling.startNode({ SECURE_COOKIES: 'true' })
  const { setCookies } = await new Browser(node.url).logIn(numberOf('dv01'))
  expect(setCookies).toHaveLength(2)
  for (const cookie of setCookies) expect(cookie).toContain('; Secure')
})

test.each(['mau-00002', ' MAU-00002 ', 'Mau - 00002', 'MAU-\u00a000002'])(
  'the number typed as %j is understood',
  async (typed) => {
    const { body } = await new Browser(url).logIn(typed)
    expect(body?.member?.memberId).toBe(member('dv02'))
  },
)

test('a wrong password and an unknown number get the same answer and cost the same work', async () => {
  const hashing = vi.mocked(argon2.verify)
  await new Browser(url).logIn('MAU-99998')
  hashing.mockClear()
  const wrong = await new Browser(url).logIn(numberOf('dv03'), 'not the password')
  const unknown = await new Browser(url).logIn('MAU-99999', 'not the password')
  expect(wrong).toEqual({ status: 401, body: { error: { code: 'CREDENTIALS_WRONG' } }, setCookies: [] })
  expect(unknown).toEqual(wrong)
  const costs = hashing.mock.calls.map(([hash]) => String(hash).split('$').slice(1, 4).join())
  expect(costs).toEqual(Array(2).fill('argon2id,v=19,m=19456,t=2,p=1'))
})

test('a suspended account is named only to whoever knows its password', async () => {
  await signaling.server.database.account.update({ where: { memberId: member('dv06') }, data: { suspended: true } })
  expect(await new Browser(url).logIn(numberOf('dv06'))).toEqual({
    status: 403,
    body: { error: { code: 'ACCOUNT_SUSPENDED' } },
    setCookies: [],
  })
  expect((await new Browser(url).logIn(numberOf('dv06'), 'wrong')).body?.error?.code).toBe('CREDENTIALS_WRONG')
})
