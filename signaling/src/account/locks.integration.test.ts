// Locking an account: its sessions are over at once, here and on the other nodes; who may lock whom.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Committee, committeeOf } from '../testing/accounts.ts'
import { Browser } from '../testing/browser.ts'
import { enrol, giveTo } from '../testing/organizations.ts'
import { changeStatus } from '../testing/outsiders.ts'
import {
  connect,
  member,
  numberOf,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
} from '../testing/signaling.ts'

const reason = 'Mất điện thoại'

let signaling: TestSignaling
let committee: Committee
const lock = (who: string, id: string) => committee.give(who, 'account.lock', { memberId: member(id), reason })
const unlock = (who: string, id: string) => committee.give(who, 'account.unlock', { memberId: member(id) })
const browser = () => new Browser(signaling.server.url)

function ending(socket: TestSocket) {
  const told: string[] = []
  socket.on('signedOut', ({ code }) => told.push(code))
  return new Promise<string[]>((resolve) => socket.once('disconnect', () => resolve(told)))
}

beforeAll(async () => {
  // Nobody is found by the next round: only at once.
  signaling = await startTestSignaling({ SESSION_CHECK_SECONDS: '600' })
  committee = committeeOf(signaling)
})
afterAll(() => signaling.stop())

test('a lock ends the pages and the sessions; unlocked, the password opens the account again, the old sessions do not', async () => {
  const node = await signaling.startNode({ SESSION_CHECK_SECONDS: '0.1' })
  const phone = browser()
  const { body } = await phone.logIn(numberOf('dv04'))
  const token = body?.accessToken ?? ''
  const [here, there] = [await connect(signaling.server.url, token), await connect(node.url, token)]
  const ends = Promise.all([ending(here), ending(there)])
  const bystander = await connect(
    signaling.server.url,
    (await browser().logIn(numberOf('dv05'))).body?.accessToken ?? '',
  )

  expect(await lock('dv02', 'dv04')).toBe('ok')
  expect(await ends).toEqual([['ACCOUNT_SUSPENDED'], ['ACCOUNT_SUSPENDED']])
  expect(bystander.connected).toBe(true)
  bystander.disconnect()
  expect((await phone.me(token)).body?.error?.code).toBe('ACCOUNT_SUSPENDED')
  expect((await phone.copy().refresh()).body?.error?.code).toBe('ACCOUNT_SUSPENDED')
  expect((await browser().logIn(numberOf('dv04'))).body?.error?.code).toBe('ACCOUNT_SUSPENDED')
  expect((await committee.lineOf('dv04')).state).toBe('locked')

  expect(await unlock('dv01', 'dv04')).toBe('ok')
  expect((await phone.refresh()).body?.error?.code).toBe('REFRESH_INVALID')
  expect((await browser().logIn(numberOf('dv04'))).status).toBe(200)
})

test('locking twice is one event', async () => {
  const count = () =>
    signaling.server.database.event.count({ where: { streamId: signaling.sample.branchId, type: 'account.locked' } })
  const before = await count()
  const wishes = await Promise.all([lock('dv01', 'dv06'), lock('dv02', 'dv06'), lock('dv01', 'dv06')])
  expect(wishes).toEqual(['ok', 'ok', 'ok'])
  expect(await count()).toBe(before + 1)
})

test('what is given in one moment is done in its order', async () => {
  const wishes = await Promise.all([lock('dv01', 'dv07'), unlock('dv01', 'dv07')])
  expect(wishes).toEqual(['ok', 'ok'])
  const events = await signaling.server.database.event.findMany({
    where: { streamId: signaling.sample.branchId, type: { startsWith: 'account.' } },
    orderBy: { seq: 'asc' },
  })
  const last = events.findLast(({ payload }) => (payload as { memberId?: string }).memberId === member('dv07'))
  const { suspended } = await signaling.server.database.account.findUniqueOrThrow({
    where: { memberId: member('dv07') },
  })
  expect(suspended).toBe(last?.type === 'account.locked')
})

test('an account is no more within reach while the rights of its owner rest', async () => {
  await changeStatus(signaling, member('dv01'), 'suspended')
  expect(await lock('dv02', 'dv01')).toBe('ACCOUNT_OUTRANKED')
  expect((await committee.print('dv02', ['dv01'], { reset: true })).code).toBe('ACCOUNT_OUTRANKED')
  await changeStatus(signaling, member('dv01'), 'active')
})

test('nor before they begin', async () => {
  const offices = [{ office: 'deputySecretary' as const, from: '2199-01-01', to: null }]
  const { memberId } = await enrol(giveTo(signaling.server), signaling.sample.branchId, { offices })
  expect(await committee.give('dv02', 'account.lock', { memberId, reason })).toBe('ACCOUNT_OUTRANKED')
})

test.each([
  ['dv01', 'dv01', 'ACCOUNT_OWN'],
  ['dv02', 'dv01', 'ACCOUNT_OUTRANKED'],
  ['dv03', 'dv04', 'FORBIDDEN'],
  ['dv04', 'dv05', 'FORBIDDEN'],
  ['dv01', 'db01', 'MEMBER_UNKNOWN'],
  ['dv01', 'dv02', 'ok'],
  ['dv01', 'dv23', 'ok'],
])('%s locks %s: %s', async (who, whom, code) => {
  expect(await lock(who, whom)).toBe(code)
})
