// The HTTP API of organizations: what each kind of person gets of their branch, of another one, and of what stands above.
import type { ErrorReply } from '@hoi-truong/shared/errors'
import type {
  MemberList,
  MemberView,
  OrganizationView,
  OwnOrganization,
  RuleSetView,
  SubtreeView,
} from '@hoi-truong/shared/organization'
import type { OrganizationStreamState } from '@hoi-truong/shared/streams'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { hashPassword } from '../account/passwords.ts'
import { Browser } from '../testing/browser.ts'
import { enrol, type Give, giveTo, laySiblings, type Siblings } from '../testing/organizations.ts'
import {
  connectMember,
  member,
  PASSWORD,
  signIn,
  startTestSignaling,
  type TestSignaling,
} from '../testing/signaling.ts'

let signaling: TestSignaling
let give: Give
let siblings: Siblings
let provinceId: string
let branchId: string
const tokens = new Map<string, string>()

/** A member of an organization with a role there, with an account. */
async function official(organizationId: string, role: 'upperMonitor' | 'administrator'): Promise<string> {
  const { memberId, memberNumber } = await enrol(give, organizationId, {
    roles: [{ role, organizationId, from: null, to: null }],
  })
  const passwordHash = await hashPassword(PASSWORD)
  await signaling.server.database.account.create({ data: { memberId, passwordHash } })
  const { body } = await new Browser(signaling.server.url).logIn(memberNumber)
  return body?.accessToken ?? ''
}

beforeAll(async () => {
  signaling = await startTestSignaling({ MEMBER_BURST: '1000' })
  const { server, sample } = signaling
  give = giveTo(server)
  branchId = sample.branchId
  provinceId = sample.organizations[0]?.id ?? ''
  siblings = await laySiblings(give, provinceId, sample.organizations[1]?.id ?? '')
  for (const id of ['dv01', 'dv04', 'dv21', 'db01']) tokens.set(id, await signIn(server.url, id))
  tokens.set('monitor', await official(siblings.communeId, 'upperMonitor'))
  tokens.set('cousin', await official(siblings.siblingCommuneId, 'upperMonitor'))
  tokens.set('administrator', await official(provinceId, 'administrator'))
})
afterAll(() => signaling.stop())

async function read<T>(who: string, path: string): Promise<T & { error?: ErrorReply }> {
  const response = await fetch(`${signaling.server.url}/api/v1/organizations${path}`, {
    headers: { authorization: `Bearer ${tokens.get(who)}` },
  })
  return (await response.json()) as T & { error?: ErrorReply }
}
const list = (who: string, rest = '', id = branchId) => read<MemberList>(who, `/${id}/members${rest}`)

test('a member sees the organizations where they hold a role, with the roles', async () => {
  const own = async (who: string) =>
    (await read<{ organizations: OwnOrganization[] }>(who, '')).organizations.map(({ name, kindName, roles }) => [
      name,
      kindName,
      roles,
    ])
  expect(await own('dv01')).toEqual([['Chi bộ Thôn Giả Định 2', 'Chi bộ', ['branchSecretary', 'member']]])
  expect(await own('db01')).toEqual([
    ['Đảng bộ xã Minh Họa', 'Đảng bộ xã', ['member']],
    ['Chi bộ Thôn Giả Định 2', 'Chi bộ', ['upperMonitor']],
  ])
})

describe('the list of members', () => {
  it('has all 25 on that day in order, with status and office; the secretary manages it', async () => {
    const { canManage, on, members } = await list('dv01', '?on=2026-11-03')
    expect([canManage, on, members.length]).toEqual([true, '2026-11-03', 25])
    expect(members[0]).toMatchObject({
      memberId: member('dv01'),
      memberNumber: 'MAU-00001',
      office: 'branchSecretary',
      status: 'active',
      standing: null,
      membership: { kind: 'regular', from: '2025-07-01', to: null },
    })
    expect(members.find(({ memberId }) => memberId === member('dv21'))).toMatchObject({
      status: 'exempt',
      standing: { kind: 'exempt', decision: { number: '12-NQ/CB', date: '2025-08-05' }, from: '2025-08-05', to: null },
    })
    expect(members.find(({ memberId }) => memberId === member('dv23'))?.standing?.place).toMatch(/^Chi bộ/)
  })

  it('is that of its day', async () => {
    const { members } = await list('dv01', '?on=2026-05-18')
    // dv25 was admitted on the 19th.
    expect(members).toHaveLength(24)
  })

  it('shows the numbers of cards to who keeps it, and everybody their own', async () => {
    const { canManage, members } = await list('dv04')
    expect(canManage).toBe(false)
    expect(members.flatMap(({ memberNumber }) => memberNumber ?? [])).toEqual(['MAU-00004'])
  })

  it('tells why somebody is exempt to the branch committee and to them alone, the decision to all', async () => {
    const standing = async (who: string) =>
      (await list(who)).members.find(({ memberId }) => memberId === member('dv21'))?.standing
    expect((await standing('dv01'))?.ground).toMatch(/^Tuổi cao/)
    expect((await standing('dv21'))?.ground).toMatch(/^Tuổi cao/)
    for (const who of ['dv04', 'db01', 'monitor']) {
      expect(await standing(who)).toMatchObject({ ground: null, decision: { number: '12-NQ/CB' } })
      const view = await read<MemberView>(who, `/${branchId}/members/${member('dv21')}`)
      expect(view.standings.map(({ ground }) => ground)).toEqual([null])
    }
  })

  it('is searched without diacritics by the beginnings of words, by number for who keeps it', async () => {
    const found = async (who: string, search: string) =>
      (await list(who, `?search=${encodeURIComponent(search)}`)).members.map(({ name }) => name)
    expect(await found('dv04', 'dang')).toEqual(['Đặng Thị Bản Mẫu'])
    expect(await found('dv04', 'ĐĂNG thi')).toEqual(['Đặng Thị Bản Mẫu'])
    expect(await found('dv04', 'du vi')).toContain('Nguyễn Thị Ví Dụ')
    expect(await found('dv04', '%')).toEqual([])
    expect(await found('dv04', '_')).toEqual([])
    expect(await found('dv04', 'mau-00001')).toEqual([])
    expect(await found('dv01', 'mau-00001')).toEqual(['Trần Văn Minh Họa'])
    expect(await found('dv01', "' or 1=1 --")).toEqual([])
    expect(await found('dv01', '')).toHaveLength(25)
  })

  it('is read from the committees above, managed by an administrator, and closed to siblings', async () => {
    expect((await list('monitor')).members).toHaveLength(25)
    expect((await list('monitor')).canManage).toBe(false)
    expect((await list('administrator')).canManage).toBe(true)
    expect((await list('db01')).members).toHaveLength(25)
    for (const [who, id] of [
      ['cousin', branchId],
      ['monitor', siblings.cousinBranchId],
      ['dv01', siblings.siblingBranchId],
      ['dv01', siblings.communeId],
      ['db01', siblings.siblingBranchId],
    ] as const)
      expect((await list(who, '', id)).error?.code, `${who} ${id}`).toBe('FORBIDDEN')
    expect((await list('monitor', '', siblings.siblingBranchId)).error).toBeUndefined()
  })
})

test('a member is shown with their whole history', async () => {
  const view = await read<MemberView>('dv01', `/${branchId}/members/${member('dv02')}`)
  expect(view).toMatchObject({
    office: 'deputySecretary',
    category: 'official',
    canManage: true,
    officialFrom: '2004-09-02',
  })
  expect(view.offices).toEqual([{ office: 'deputySecretary', from: '2025-07-15', to: null }])
  expect(view.memberships.map(({ branch }) => branch.name)).toEqual(['Chi bộ Thôn Giả Định 2'])
  const seen = await read<MemberView>('dv04', `/${branchId}/members/${member('dv02')}`)
  expect(seen.memberNumber).toBeNull()
})

test('the stream of a branch tells of its members to the branch committee only', async () => {
  const membersFor = async (id: string) => {
    const socket = await connectMember(signaling.server.url, id)
    const reply = await socket.emitWithAck('subscribe', { streamId: branchId })
    socket.disconnect()
    if (!reply.ok || reply.value.kind !== 'snapshot') throw new Error('no snapshot')
    const { everyone, bureau } = reply.value.state as OrganizationStreamState
    expect(everyone.organization.code).toBe('99.000.001.000.002')
    return Object.keys(bureau.organization.members).length
  }
  expect([await membersFor('dv01'), await membersFor('dv03'), await membersFor('dv04')]).toEqual([25, 25, 0])
})

test('an organization is shown with its versions and those above it', async () => {
  const view = await read<OrganizationView>('dv04', `/${branchId}`)
  expect(view).toMatchObject({
    name: 'Chi bộ Thôn Giả Định 2',
    branchType: 'village',
    end: null,
    canManageMembers: false,
  })
  expect(view.above.map(({ name }) => name)).toEqual(['Đảng bộ xã Minh Họa', 'Đảng bộ tỉnh Ví Dụ'])
  expect(view.versions).toHaveLength(1)
})

test('a committee sees its own subtree on a day, and no other', async () => {
  // Codes, by which siblings are ordered, are made up anew for each run.
  const names = async (who: string, id: string, rest = '') =>
    (await read<SubtreeView>(who, `/${id}/subtree${rest}`)).organizations
      ?.map(({ name, depth }) => `${depth} ${name}`)
      .sort()
  expect(await names('monitor', siblings.communeId)).toEqual([
    '0 Đảng bộ xã Minh Họa',
    '1 Chi bộ Thôn Giả Định 2',
    '1 Chi bộ Thôn Giả Định 3',
  ])
  expect(await names('monitor', siblings.communeId, '?on=2025-06-30')).toEqual([])
  expect(await names('monitor', provinceId)).toBeUndefined()
  expect(await names('monitor', siblings.siblingCommuneId)).toBeUndefined()
  expect((await names('administrator', provinceId))?.length).toBe(6)
})

test('the rules in force say who adopted them', async () => {
  const { ruleSet } = await read<RuleSetView>('dv04', `/${branchId}/rule-set`)
  expect(ruleSet.id).toBe('default')
  await give('ruleSet.adopt', siblings.communeId, {
    ruleSet: { ...ruleSet, id: 'xa', version: 1, lateAfterMinutes: 5 },
    from: '2026-01-01',
    to: null,
  })
  expect(await read<RuleSetView>('dv04', `/${branchId}/rule-set?on=2026-11-03`)).toMatchObject({
    on: '2026-11-03',
    ruleSet: { id: 'xa', lateAfterMinutes: 5 },
    adoptedBy: { organizationId: siblings.communeId, name: 'Đảng bộ xã Minh Họa', from: '2026-01-01', to: null },
  })
  expect(await read<RuleSetView>('dv04', `/${branchId}/rule-set?on=2025-11-03`)).toMatchObject({ adoptedBy: null })
})
