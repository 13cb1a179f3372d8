// The whole life of a slip: printed, used once, void when there is a newer one; and who may print whose.
import { randomUUID } from 'node:crypto'
import * as argon2 from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Committee, committeeOf } from '../testing/accounts.ts'
import { Browser } from '../testing/browser.ts'
import { enrol, giveTo } from '../testing/organizations.ts'
import {
  connectMember,
  member,
  numberOf,
  PASSWORD,
  startTestSignaling,
  type TestSignaling,
} from '../testing/signaling.ts'

vi.mock('@node-rs/argon2', { spy: true })

const NEW = 'con trâu đi cày'
const CODE_WRONG = { status: 401, body: { error: { code: 'ACCOUNT_CODE_WRONG' } }, setCookies: [] }

let signaling: TestSignaling
let committee: Committee
const browser = () => new Browser(signaling.server.url)
const activate = (id: string, code: string, password = NEW) => browser().activate(numberOf(id), code, password)

beforeAll(async () => {
  signaling = await startTestSignaling()
  committee = committeeOf(signaling)
})
afterAll(() => signaling.stop())

test('from the printed slip to the own account', async () => {
  expect(await committee.lineOf('dv23')).toMatchObject({ state: 'none', codeValidUntil: null, lastSeenAt: null })
  expect((await browser().logIn(numberOf('dv23'))).body?.error?.code).toBe('CREDENTIALS_WRONG')
  const { value } = await committee.print('dv01', ['dv23'])
  expect(value).toMatchObject({
    organizationName: 'Chi bộ Thôn Giả Định 2',
    slips: [{ memberId: member('dv23'), memberNumber: numberOf('dv23'), name: 'Lương Thị Kịch Bản' }],
  })
  const days = (Date.parse(value?.validUntil ?? '') - Date.now()) / 86_400_000
  expect(Math.round(days)).toBe(30)
  expect(await committee.lineOf('dv23')).toMatchObject({ state: 'codeIssued', codeValidUntil: value?.validUntil })
  // A slip out is no account yet.
  expect((await browser().logIn(numberOf('dv23'))).body?.error?.code).toBe('CREDENTIALS_WRONG')

  const code = value?.slips[0]?.code ?? ''
  const phone = browser()
  const answer = await phone.activate(
    ` ${numberOf('dv23').toLowerCase()} `,
    code.toLowerCase().replace(/(.{4})/g, '$1 '),
    NEW,
  )
  expect(answer).toMatchObject({ status: 200, body: { member: { memberId: member('dv23') } } })
  expect(answer.setCookies).toHaveLength(2)
  expect((await phone.me(answer.body?.accessToken ?? '')).status).toBe(200)
  expect((await phone.refresh()).status).toBe(200)
  expect((await browser().logIn(numberOf('dv23'), NEW)).status).toBe(200)
  expect((await committee.lineOf('dv23')).state).toBe('active')
  expect((await committee.lineOf('dv23')).lastSeenAt).not.toBeNull()
})

test('a code is used once; only the same person again, whose answer was lost, gets in', async () => {
  const code = await committee.codeFor('dv10', true)
  expect((await activate('dv10', code)).status).toBe(200)
  expect(await activate('dv10', code, 'kẻ khác nhặt được')).toEqual(CODE_WRONG)
  expect((await activate('dv10', code)).status).toBe(200)
  expect((await browser().logIn(numberOf('dv10'), NEW)).status).toBe(200)
})

test('of two who use one slip in the same moment one wins', async () => {
  const code = await committee.codeFor('dv11', true)
  const passwords = ['con trâu đi cày', 'con cò bay lả', 'cái bống đi chợ']
  const answers = await Promise.all(passwords.map((password) => activate('dv11', code, password)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  const winner = passwords[answers.findIndex(({ status }) => status === 200)] ?? ''
  const opens = await Promise.all(passwords.map((password) => browser().logIn(numberOf('dv11'), password)))
  expect(passwords.filter((_, index) => opens[index]?.status === 200)).toEqual([winner])
})

test('an expired code, a void one, another’s and a wrong one are one refusal', async () => {
  const { accountCode } = signaling.server.database
  const expired = await committee.codeFor('dv12', true)
  await accountCode.update({ where: { memberId: member('dv12') }, data: { validUntil: new Date(Date.now() - 1000) } })
  expect(await activate('dv12', expired)).toEqual(CODE_WRONG)
  expect((await committee.lineOf('dv12')).state).toBe('none')

  const first = await committee.codeFor('dv12')
  const second = await committee.codeFor('dv12')
  expect(await activate('dv12', first)).toEqual(CODE_WRONG)
  expect(await activate('dv13', second)).toEqual(CODE_WRONG)
  expect(await activate('dv12', `${second.slice(0, -1)}${second.endsWith('0') ? '1' : '0'}`)).toEqual(CODE_WRONG)
  expect((await activate('dv12', second)).status).toBe(200)
})

test('an unknown number and one without a slip get the same answer and cost the same work', async () => {
  const hashing = vi.mocked(argon2.hash)
  hashing.mockClear()
  const unknown = await browser().activate('KHONG-CO-1', '0123456789ABC', NEW)
  const without = await browser().activate(numberOf('dv05'), '0123456789ABC', NEW)
  expect(unknown).toEqual(CODE_WRONG)
  expect(without).toEqual(CODE_WRONG)
  expect(hashing).toHaveBeenCalledTimes(2)
})

test('the same command again makes no second codes: it says to print again', async () => {
  const commandId = randomUUID()
  const first = await committee.print('dv01', ['dv13'], { commandId, reset: true })
  const again = await committee.print('dv01', ['dv13'], { commandId, reset: true })
  expect(again).toMatchObject({ status: 409, code: 'ACCOUNT_SLIPS_PRINTED' })
  expect((await committee.print('dv01', ['dv13', 'dv09'], { commandId, reset: true })).code).toBe('COMMAND_ID_REUSED')
  // What was told the first time is still good.
  expect((await activate('dv13', first.value?.slips[0]?.code ?? '')).status).toBe(200)
})

test('a reset ends the password and the open sessions at once; the slip opens the account again', async () => {
  const phone = browser()
  const { body } = await phone.logIn(numberOf('dv15'))
  const page = await connectMember(signaling.server.url, 'dv15')
  const told: string[] = []
  page.on('signedOut', ({ code }) => told.push(code))
  const closed = new Promise((resolve) => page.once('disconnect', resolve))

  const code = await committee.codeFor('dv15', true)
  await closed
  expect(told).toEqual(['REFRESH_INVALID'])
  expect((await phone.me(body?.accessToken ?? '')).body?.error?.code).toBe('TOKEN_INVALID')
  expect((await phone.refresh()).body?.error?.code).toBe('REFRESH_INVALID')
  expect((await browser().logIn(numberOf('dv15'))).body?.error?.code).toBe('CREDENTIALS_WRONG')
  expect((await activate('dv15', code)).status).toBe(200)
  expect((await browser().logIn(numberOf('dv15'), PASSWORD)).body?.error?.code).toBe('CREDENTIALS_WRONG')
})

test('whoever is locked learns it only with the right code, and the slip is good again afterwards', async () => {
  const code = await committee.codeFor('dv16', true)
  expect(await committee.give('dv01', 'account.lock', { memberId: member('dv16'), reason: 'Mất điện thoại' })).toBe(
    'ok',
  )
  expect((await activate('dv16', '0123456789ABC')).body?.error?.code).toBe('ACCOUNT_CODE_WRONG')
  expect(await activate('dv16', code)).toMatchObject({ status: 403, body: { error: { code: 'ACCOUNT_SUSPENDED' } } })
  expect((await committee.print('dv01', ['dv16'])).code).toBe('ACCOUNT_LOCKED')
  expect(await committee.give('dv01', 'account.unlock', { memberId: member('dv16') })).toBe('ok')
  expect((await activate('dv16', code)).status).toBe(200)
})

test('guessing is stopped: by number, whatever the address says', async () => {
  const code = await committee.codeFor('dv17', true)
  const statuses: number[] = []
  for (let tries = 0; tries < 11; tries += 1) statuses.push((await activate('dv17', '0123456789ABC')).status)
  expect(statuses).toEqual([...Array(10).fill(401), 429])
  expect(await activate('dv17', code)).toMatchObject({ status: 429, body: { error: { code: 'SIGN_IN_BLOCKED' } } })
  // Signing in is counted apart: nobody is shut out of an account by wrong codes.
  expect((await browser().logIn(numberOf('dv18'))).status).toBe(200)
})

describe('whose slips an officer prints', () => {
  test.each([
    ['dv04', 'a member prints none', ['dv05'], 'FORBIDDEN'],
    ['dv03', 'a committee member prints none', ['dv05'], 'FORBIDDEN'],
    ['dv02', 'the deputy not the secretary’s', ['dv01'], 'ACCOUNT_OUTRANKED'],
    ['dv01', 'nobody the own', ['dv01'], 'ACCOUNT_OWN'],
    ['dv01', 'not of somebody who is no member here', ['db01'], 'MEMBER_UNKNOWN'],
    ['dv01', 'none with an account that works', ['dv23', 'dv04'], 'ACCOUNT_ALREADY_ACTIVE'],
  ])('%s: %s', async (who, _what, ids, code) => {
    expect((await committee.print(who, ids)).code).toBe(code)
  })

  test('the secretary prints the deputy’s, the deputy those of the committee', async () => {
    expect((await committee.print('dv02', ['dv03', 'dv06'], { reset: true })).code).toBe('ok')
    expect((await committee.print('dv01', ['dv02'], { reset: true })).code).toBe('ok')
  })

  test('nobody here prints for a member with rights elsewhere: the slip would be theirs', async () => {
    const { branchId } = signaling.sample
    const commune = signaling.sample.organizations.find(({ id }) => id !== branchId)?.id ?? ''
    const give = giveTo(signaling.server)
    const monitor = await enrol(give, branchId)
    await give('organization.importMembers', commune, {
      fileName: 'x',
      fileHash: '0'.repeat(64),
      members: [
        {
          ...monitor,
          name: 'Người Thử',
          category: 'official',
          membership: { kind: 'temporary', from: null, to: null },
          roles: [{ role: 'upperMonitor', organizationId: branchId, from: null, to: null }],
        },
      ],
    })
    const listed = (await committee.accounts('dv01')).members
    expect(listed.find(({ memberId }) => memberId === monitor.memberId)).toMatchObject({ manageable: false })
    const { code } = await committee.ask(
      (await browser().logIn(numberOf('dv01'))).body?.accessToken ?? '',
      'POST',
      `organizations/${branchId}/account-slips`,
      { commandId: randomUUID(), memberIds: [monitor.memberId], reset: false },
    )
    expect(code).toBe('ACCOUNT_OUTRANKED')
  })
})

test('neither codes nor passwords nor hashes of them are in the record or in plain text in a table', async () => {
  const { database } = signaling.server
  const code = await committee.codeFor('dv19', true)
  await activate('dv19', code)
  const events = await database.event.findMany({ where: { streamId: signaling.sample.branchId } })
  const issued = events.filter(({ type }) => type === 'account.codesIssued')
  expect(issued.length).toBeGreaterThan(0)
  for (const { payload, audience } of issued) {
    expect(audience).toBe('bureau')
    expect(Object.keys(payload as object).sort()).toEqual(['memberIds', 'reset'])
  }
  const kept = await database.accountCode.findUniqueOrThrow({ where: { memberId: member('dv19') } })
  expect(kept.codeHash).toMatch(/^[\w-]{43}$/)
  const everything = JSON.stringify([
    events,
    await database.accountCode.findMany(),
    await database.commandNoop.findMany(),
  ])
  expect(everything).not.toContain(code)
  expect(JSON.stringify(events)).not.toContain(kept.codeHash)
})
