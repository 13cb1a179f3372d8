// Asking for an account: nobody learns who is a member, and the branch's committee decides, nobody else.
import * as argon2 from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Committee, committeeOf } from '../testing/accounts.ts'
import { Browser } from '../testing/browser.ts'
import { layOutsiders, type Outsiders } from '../testing/outsiders.ts'
import { command, member, numberOf, startTestSignaling, type TestSignaling } from '../testing/signaling.ts'

vi.mock('@node-rs/argon2', { spy: true })

const PASSWORD = 'con trâu đi cày'
const ACCEPTED = { status: 202, body: null, setCookies: [] }

let signaling: TestSignaling
let committee: Committee
let outsiders: Outsiders
const browser = () => new Browser(signaling.server.url)
const request = (memberNumber: string, more: { name?: string; password?: string; phone?: string | null } = {}) =>
  browser().requestAccount({ memberNumber, name: 'Người Xin', phone: '0900 000 000', password: PASSWORD, ...more })
const waiting = async () => (await committee.accounts('dv01')).requests
const waitingOf = async (id: string) => (await waiting()).find(({ memberId }) => memberId === member(id))
/** As if they had never had an account. */
const takeAway = async (id: string) => {
  const { database } = signaling.server
  await database.refreshToken.deleteMany({ where: { memberId: member(id) } })
  await database.$executeRaw`update account set password_hash = null where member_id = ${member(id)}::uuid`
}

beforeAll(async () => {
  signaling = await startTestSignaling()
  committee = committeeOf(signaling)
  outsiders = await layOutsiders(signaling)
})
afterAll(() => signaling.stop())

test('an unknown number, a member and one with an account get the same answer for the same work', async () => {
  const hashing = vi.mocked(argon2.hash)
  hashing.mockClear()
  for (const number of ['KHONG-CO', numberOf('dv23'), numberOf('dv05')]) expect(await request(number)).toEqual(ACCEPTED)
  expect(hashing).toHaveBeenCalledTimes(3)
  expect(await waitingOf('dv05')).toBeUndefined()
  expect(await waitingOf('dv23')).toMatchObject({ typedName: 'Người Xin', name: 'Lương Thị Kịch Bản' })
})

test('the committee approves, and the password that was typed opens the account', async () => {
  const [seeded] = await waiting()
  expect(seeded).toMatchObject({ memberId: member('dv24'), typedName: 'Chu Thi Khoi Tao', name: 'Chu Thị Khởi Tạo' })
  await takeAway('dv06')
  await request(numberOf('dv06'))
  expect((await committee.lineOf('dv06')).state).toBe('requested')
  expect((await browser().logIn(numberOf('dv06'), PASSWORD)).body?.error?.code).toBe('CREDENTIALS_WRONG')
  const code = await committee.codeFor('dv06')
  const { requestId } = (await waitingOf('dv06')) ?? {}
  expect(await committee.give('dv03', 'account.approveRequest', { requestId })).toBe('ok')
  expect((await browser().logIn(numberOf('dv06'), PASSWORD)).status).toBe(200)
  expect(await waitingOf('dv06')).toBeUndefined()
  // The slip that was printed meanwhile opens nothing any more.
  expect((await browser().activate(numberOf('dv06'), code, 'kẻ khác nhặt được')).body?.error?.code).toBe(
    'ACCOUNT_CODE_WRONG',
  )
  expect(await committee.give('dv02', 'account.refuseRequest', { requestId, reason: 'Muộn rồi' })).toBe(
    'ACCOUNT_REQUEST_UNKNOWN',
  )
  // Whoever came too late reads by whom.
  const { decisions } = await committee.accounts('dv02')
  expect(decisions).toContainEqual({ requestId, approved: true, byName: 'Lê Quang Giả Định' })
})

test('refused, it opens nothing, and what was typed is gone; asked anew, it waits anew', async () => {
  await takeAway('dv07')
  await request(numberOf('dv07'))
  const first = await waitingOf('dv07')
  const refusal = { requestId: first?.requestId, reason: 'Không phải đồng chí ấy' }
  expect(await committee.give('dv02', 'account.refuseRequest', refusal)).toBe('ok')
  expect((await browser().logIn(numberOf('dv07'), PASSWORD)).body?.error?.code).toBe('CREDENTIALS_WRONG')
  const kept = await signaling.server.database.accountRequest.findUnique({ where: { memberId: member('dv07') } })
  expect(kept).toMatchObject({ decision: 'refused', decidedBy: member('dv02'), passwordHash: null, typedName: null })
  await request(numberOf('dv07'), { name: 'Bùi Văn Dữ Liệu' })
  const second = await waitingOf('dv07')
  expect(second).toMatchObject({ typedName: 'Bùi Văn Dữ Liệu' })
  expect(second?.requestId).not.toBe(first?.requestId)
})

test('a newer request replaces the older: who approves the one they saw does not approve another', async () => {
  await takeAway('dv08')
  await request(numberOf('dv08'), { name: 'Hoàng Thị Tham Khảo' })
  const seen = await waitingOf('dv08')
  await request(numberOf('dv08'), { name: 'Kẻ Khác', password: 'mật khẩu của kẻ khác' })
  expect(await committee.give('dv01', 'account.approveRequest', { requestId: seen?.requestId })).toBe(
    'ACCOUNT_REQUEST_UNKNOWN',
  )
  expect((await waiting()).filter(({ memberId }) => memberId === member('dv08'))).toHaveLength(1)
})

test('an expired request is not shown and cannot be approved', async () => {
  await takeAway('dv09')
  await request(numberOf('dv09'))
  const seen = await waitingOf('dv09')
  await signaling.server.database.accountRequest.update({
    where: { memberId: member('dv09') },
    data: { validUntil: new Date(Date.now() - 1000) },
  })
  expect(await waitingOf('dv09')).toBeUndefined()
  expect((await committee.lineOf('dv09')).state).toBe('none')
  expect(await committee.give('dv01', 'account.approveRequest', { requestId: seen?.requestId })).toBe(
    'ACCOUNT_REQUEST_UNKNOWN',
  )
})

test('the committee of another branch decides nothing here, under its own stream neither', async () => {
  const { requestId } = (await waitingOf('dv24')) ?? {}
  const token = await outsiders.strangerToken()
  for (const [streamId, code] of [
    [signaling.sample.branchId, 'FORBIDDEN'],
    [outsiders.otherBranchId, 'ACCOUNT_REQUEST_UNKNOWN'],
  ] as const) {
    const wish = command('account.approveRequest', streamId, { requestId })
    expect((await committee.ask(token, 'POST', 'commands', wish)).code).toBe(code)
  }
  expect(await waitingOf('dv24')).toBeDefined()
})

test('a committee member does not let in one of the same rank, two decide at once and one is heard', async () => {
  await takeAway('dv03')
  await request(numberOf('dv03'))
  const ofCommittee = await waitingOf('dv03')
  expect(await committee.give('dv02', 'account.approveRequest', { requestId: ofCommittee?.requestId })).toBe('ok')
  await takeAway('dv10')
  await request(numberOf('dv10'))
  const { requestId } = (await waitingOf('dv10')) ?? {}
  const heard = await Promise.all([
    committee.give('dv01', 'account.refuseRequest', { requestId, reason: 'Không quen' }),
    committee.give('dv02', 'account.approveRequest', { requestId }),
    committee.give('dv01', 'account.approveRequest', { requestId }),
  ])
  expect(heard.filter((code) => code === 'ok')).toHaveLength(1)
  expect(heard.filter((code) => code === 'ACCOUNT_REQUEST_UNKNOWN')).toHaveLength(2)
  // What is on record is what happened.
  const opens = (await browser().logIn(numberOf('dv10'), PASSWORD)).status === 200
  expect(opens).toBe(heard[0] !== 'ok')
})

test('who uses the own slip needs no approval any more', async () => {
  await takeAway('dv11')
  await request(numberOf('dv11'))
  const { requestId } = (await waitingOf('dv11')) ?? {}
  await browser().activate(numberOf('dv11'), await committee.codeFor('dv11'), 'cái bống đi chợ')
  expect(await waitingOf('dv11')).toBeUndefined()
  expect(await committee.give('dv01', 'account.approveRequest', { requestId })).toBe('ACCOUNT_REQUEST_UNKNOWN')
})

test('approval and slip in the same moment: one account, and a clear answer to both', async () => {
  for (const id of ['dv13', 'dv15', 'dv16', 'dv17']) {
    await takeAway(id)
    await request(numberOf(id))
    const { requestId } = (await waitingOf(id)) ?? {}
    const code = await committee.codeFor(id)
    const [approved, { status, body }] = await Promise.all([
      committee.give('dv01', 'account.approveRequest', { requestId }),
      browser().activate(numberOf(id), code, 'cái bống đi chợ'),
    ])
    expect([approved, body?.error?.code ?? 'ok']).toEqual(
      status === 200 ? ['ACCOUNT_REQUEST_UNKNOWN', 'ok'] : ['ok', 'ACCOUNT_CODE_WRONG'],
    )
    expect((await committee.lineOf(id)).state).toBe('active')
  }
})

test('one number cannot be asked for without end', async () => {
  await takeAway('dv12')
  const statuses: number[] = []
  for (let times = 0; times < 11; times += 1) statuses.push((await request(numberOf('dv12'))).status)
  expect(statuses).toEqual([...Array(10).fill(202), 429])
})
