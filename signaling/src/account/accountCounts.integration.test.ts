// The two denominators of accounts (DOMAIN R32), by branch and over a subtree, as they stand on a day.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readToday } from '../organization/queries.ts'
import { enrol, type Give, giveTo, register } from '../testing/organizations.ts'
import { member, startTestSignaling, type TestSignaling } from '../testing/signaling.ts'
import { readAccountCounts } from './accountCounts.ts'

let signaling: TestSignaling
let give: Give
let today: string

beforeAll(async () => {
  signaling = await startTestSignaling()
  give = giveTo(signaling.server)
  today = await readToday(signaling.server.database)
})
afterAll(() => signaling.stop())

const count = (places: Parameters<typeof readAccountCounts>[1], day = today) =>
  readAccountCounts(signaling.server.database, places, day)
/** Of 25, two are exempt and one is away; that one has no account, nor has the one whose request waits. */
const ofDemo = { members: 25, able: 22, active: 23, activeAble: 21, waiting: 1 }

test('of the demo branch', async () => {
  expect(await count({ organizationIds: [signaling.sample.branchId] })).toEqual(ofDemo)
})

test('a locked account does not work, and a request of somebody who has an account does not wait', async () => {
  const { database } = signaling.server
  const account = (suspended: boolean) =>
    database.account.update({ where: { memberId: member('dv04') }, data: { suspended } })
  await account(true)
  expect(await count({ organizationIds: [signaling.sample.branchId] })).toEqual({
    ...ofDemo,
    active: 22,
    activeAble: 20,
  })
  await account(false)
})

test('over a commune, with who is somewhere for a time counted at home', async () => {
  const { organizations, branchId } = signaling.sample
  const commune = organizations.find(({ id }) => id === branchId)?.record.parentId ?? ''
  const before = await count({ root: commune })
  const sibling = await register(give, { name: 'Chi bộ Thôn Giả Định 7', parentId: commune })
  await enrol(give, sibling)
  await enrol(give, sibling, { membership: { kind: 'temporary', from: null, to: null } })
  await enrol(give, sibling, { membership: { kind: 'regular', from: null, to: '2026-01-31' } })
  expect(await count({ root: commune })).toEqual({ ...before, members: before.members + 1, able: before.able + 1 })
  expect(await count({ organizationIds: [sibling] })).toMatchObject({ members: 1, active: 0 })
  expect(await count({ organizationIds: [sibling] }, '2026-01-31')).toMatchObject({ members: 2 })
  expect(await count({ organizationIds: [] })).toEqual({ members: 0, able: 0, active: 0, activeAble: 0, waiting: 0 })
})
