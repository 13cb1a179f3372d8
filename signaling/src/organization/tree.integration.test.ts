// The tree of organizations by day: registered, changed, merged; what may not be; and that a subtree is one indexed query.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { SERVER } from '../log/commandDefinition.ts'
import { asMember, openTestLog, type TestLog } from '../testing/log.ts'
import { enrol, type Give, register } from '../testing/organizations.ts'
import { readOrganization, readSubtree } from './queries.ts'

let log: TestLog
let give: Give
let provinceId: string

beforeAll(async () => {
  log = await openTestLog()
  give = (type, streamId, payload) => log.nodes[0].give(SERVER, type, streamId, payload)
  provinceId = log.sample.organizations[0]?.id ?? ''
})
afterAll(() => log.stop())

const database = () => log.nodes[0].database
const names = async (root: string, day: string) =>
  (await readSubtree(database(), root, day)).organizations.map(({ name }) => name)
const facts = { kind: 'commune', branchType: null, committee: null }

describe('a commune that moves when its district is dissolved', () => {
  let districtId: string
  let communeId: string
  let branchId: string

  beforeAll(async () => {
    districtId = await register(give, {
      name: 'Đảng bộ huyện Cũ',
      kind: 'district',
      committee: 'Huyện ủy Cũ',
      parentId: provinceId,
    })
    communeId = await register(give, { name: 'Đảng bộ xã Dời', kind: 'commune', parentId: districtId })
    branchId = await register(give, { name: 'Chi bộ Thôn Dời', parentId: communeId })
    await give('organization.change', communeId, {
      ...facts,
      name: 'Đảng bộ xã Dời Mới',
      parentId: provinceId,
      from: '2026-07-01',
    })
    await give('organization.end', districtId, { from: '2026-07-01', mergedInto: provinceId })
  })

  it('stood under the district the day before, under the province that day', async () => {
    expect(await names(districtId, '2026-06-30')).toEqual(['Đảng bộ huyện Cũ', 'Đảng bộ xã Dời', 'Chi bộ Thôn Dời'])
    expect(await names(districtId, '2026-07-01')).toEqual([])
    expect(await names(provinceId, '2026-06-30')).toContain('Đảng bộ huyện Cũ')
    const after = await readSubtree(database(), provinceId, '2026-07-01')
    expect(after.organizations.map(({ name }) => name)).not.toContain('Đảng bộ huyện Cũ')
    expect(
      after.organizations.filter(({ name }) => name.includes('Dời')).map(({ name, depth }) => [name, depth]),
    ).toEqual([
      ['Đảng bộ xã Dời Mới', 1],
      ['Chi bộ Thôn Dời', 2],
    ])
  })

  it('keeps every version, with the name of the parent in its day', async () => {
    const view = await readOrganization(database(), communeId, '2026-11-22')
    expect(view.versions.map(({ name, parentName, from, to }) => [name, parentName, from, to])).toEqual([
      ['Đảng bộ xã Dời', 'Đảng bộ huyện Cũ', '2025-07-01', '2026-06-30'],
      ['Đảng bộ xã Dời Mới', 'Đảng bộ tỉnh Ví Dụ', '2026-07-01', null],
    ])
    expect(view.above.map(({ name }) => name)).toEqual(['Đảng bộ tỉnh Ví Dụ'])
  })

  it('answers for what ended to the one it was merged into', async () => {
    const view = await readOrganization(database(), districtId, '2026-11-22')
    expect(view.end).toEqual({ from: '2026-07-01', mergedInto: provinceId, mergedIntoName: 'Đảng bộ tỉnh Ví Dụ' })
    expect(view.above.map(({ organizationId }) => organizationId)).toEqual([provinceId])
    expect(view.kindName).toMatch(/^Đảng bộ huyện/)
  })

  test('an ended organization changes no more and takes nobody under it', async () => {
    const change = { ...facts, kind: 'district', name: 'Lại', parentId: provinceId, from: '2026-09-01' }
    await expect(give('organization.change', districtId, change)).rejects.toMatchObject({ code: 'ORGANIZATION_ENDED' })
    await expect(give('organization.end', districtId, { from: '2026-09-01', mergedInto: null })).rejects.toMatchObject({
      code: 'ORGANIZATION_ENDED',
    })
    await expect(
      register(give, { name: 'Chi bộ Mồ Côi', parentId: districtId, validFrom: '2026-07-01' }),
    ).rejects.toMatchObject({ code: 'ORGANIZATION_PARENT_UNKNOWN' })
  })

  test('what may not be is refused in words of its own', async () => {
    const change = { ...facts, name: 'Đảng bộ xã Dời Mới', parentId: provinceId, from: '2026-10-01' }
    const refusals: [object, string][] = [
      [{ ...change, parentId: branchId }, 'ORGANIZATION_CYCLE'],
      [{ ...change, parentId: communeId }, 'ORGANIZATION_CYCLE'],
      [{ ...change, parentId: randomUUID() }, 'ORGANIZATION_PARENT_UNKNOWN'],
      [{ ...change, from: '2026-07-01', name: 'X' }, 'ORGANIZATION_VERSION_OVERLAPS'],
      [{ ...change, from: '2024-07-01', name: 'X' }, 'ORGANIZATION_VERSION_OVERLAPS'],
      [{ ...change, kind: 'kingdom' }, 'ORGANIZATION_KIND_UNKNOWN'],
      [{ ...change, branchType: 'village' }, 'ORGANIZATION_BRANCH_TYPE_WRONG'],
      [{ ...change, kind: 'branch' }, 'ORGANIZATION_BRANCH_TYPE_WRONG'],
    ]
    for (const [wish, code] of refusals)
      await expect(give('organization.change', communeId, wish), code).rejects.toMatchObject({ code })
    await expect(
      give('organization.end', communeId, { from: '2026-12-01', mergedInto: randomUUID() }),
    ).rejects.toMatchObject({ code: 'ORGANIZATION_MERGER_UNKNOWN' })
    await expect(
      give('organization.end', communeId, { from: '2026-12-01', mergedInto: communeId }),
    ).rejects.toMatchObject({ code: 'ORGANIZATION_MERGER_UNKNOWN' })
    await expect(
      give('organization.end', communeId, { from: '2026-12-01', mergedInto: provinceId }),
    ).rejects.toMatchObject({ code: 'ORGANIZATION_HAS_CHILDREN' })
    await expect(give('organization.change', randomUUID(), change)).rejects.toMatchObject({ code: 'STREAM_UNKNOWN' })
  })

  test('registering again with the same facts is no change, with others it is refused', async () => {
    const again = { code: branchId.slice(0, 23), name: 'Chi bộ Thôn Dời', kind: 'branch', branchType: 'village' }
    const whole = { ...again, committee: null, parentId: communeId, validFrom: '2025-07-01' }
    const before = await log.entries(branchId)
    await give('organization.register', branchId, whole)
    expect(await log.entries(branchId)).toHaveLength(before.length)
    await expect(give('organization.register', branchId, { ...whole, name: 'Khác' })).rejects.toMatchObject({
      code: 'ORGANIZATION_EXISTS',
    })
    await expect(give('organization.register', randomUUID(), whole)).rejects.toMatchObject({
      code: 'ORGANIZATION_CODE_TAKEN',
    })
  })

  test('an administrator of one commune moves it nowhere and merges it into nothing beyond their reach', async () => {
    const id = await register(give, { name: 'Đảng bộ xã Tự Quản', kind: 'commune', parentId: provinceId })
    const sibling = await register(give, { name: 'Đảng bộ xã Bên', kind: 'commune', parentId: provinceId })
    const { memberId } = await enrol(give, id, {
      roles: [{ role: 'administrator', organizationId: id, from: null, to: null }],
    })
    const asAdministrator: Give = (type, streamId, payload) =>
      log.nodes[0].give(asMember(memberId), type, streamId, payload)
    const change = { ...facts, name: 'Đảng bộ xã Tự Quản', parentId: provinceId, from: '2026-10-01' }
    for (const parentId of [null, sibling])
      await expect(asAdministrator('organization.change', id, { ...change, parentId })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    await expect(
      asAdministrator('organization.end', id, { from: '2026-12-01', mergedInto: sibling }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await asAdministrator('organization.change', id, { ...change, name: 'Đảng bộ xã Tự Quản Mới' })
  })

  test('two that would each go under the other at once make no circle', async () => {
    const [a, b] = await Promise.all(
      ['Đảng bộ xã A', 'Đảng bộ xã B'].map((name) => register(give, { name, kind: 'commune', parentId: provinceId })),
    )
    const under = (id: string, parentId: string) =>
      give('organization.change', id, { ...facts, name: 'Đổi', parentId, from: '2026-10-01' })
    const outcomes = await Promise.allSettled([under(a as string, b as string), under(b as string, a as string)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'ORGANIZATION_CYCLE' },
    })
  })
})

test('a subtree among four thousand organizations is read by its indexes alone', async () => {
  const owner = new pg.Client({ connectionString: log.ownerUrl })
  await owner.connect()
  try {
    // A province as large as they come: 100 communes of 40 branches, laid past the log because only the tables matter here.
    await owner.query(
      `
      with laid as (
        select i, md5('plan ' || i)::uuid as id, case when i <= 100 then $1::uuid else md5('plan ' || (i % 100 + 1))::uuid end as parent
        from generate_series(1, 4100) as i
      ), organizations as (
        insert into organization (id, code, name) select id, 'plan ' || i, 'Tổ chức ' || i from laid
      )
      insert into organization_version (organization_id, ordinal, valid_from, name, kind, parent_id)
      select id, 0, '2025-07-01', 'Tổ chức ' || i, case when i <= 100 then 'commune' else 'branch' end, parent from laid`,
      [provinceId],
    )
    await owner.query('analyze')
    const plan = await owner.query(
      `explain (analyze, costs off, timing off, summary off) select * from organization_subtree(md5('plan 7')::uuid, '2026-11-01')`,
    )
    const lines = plan.rows.map((row) => row['QUERY PLAN'] as string).join('\n')
    expect(lines).toContain('organization_version_parent')
    expect(lines).not.toMatch(/Seq Scan|Function Scan/)
    const commune = await readSubtree(
      database(),
      (await owner.query(`select md5('plan 7')::uuid as id`)).rows[0].id,
      '2026-11-01',
    )
    expect(commune.organizations).toHaveLength(41)
    const province = await readSubtree(database(), provinceId, '2026-11-01')
    expect(province.organizations.length).toBeGreaterThan(4100)
  } finally {
    await owner.end()
  }
})
