// Rule sets by organization and day: the nearest above that has one in force, versions that only grow.
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SERVER } from '../log/commandDefinition.ts'
import { openTestLog, type TestLog } from '../testing/log.ts'
import { type Give, laySiblings, type Siblings } from '../testing/organizations.ts'
import { readAdoptedRuleSet, readRuleSet } from './facts.ts'

let log: TestLog
let give: Give
let siblings: Siblings
let provinceId: string

beforeAll(async () => {
  log = await openTestLog()
  give = (type, streamId, payload) => log.nodes[0].give(SERVER, type, streamId, payload)
  const [province, commune] = log.sample.organizations
  provinceId = province?.id ?? ''
  siblings = await laySiblings(give, provinceId, commune?.id ?? '')
})
afterAll(() => log.stop())

const ruleSet = (id: string, version: number, lateAfterMinutes: number) => ({
  ...defaultRuleSet,
  id,
  version,
  lateAfterMinutes,
})
const adopt = (on: string, rules: ReturnType<typeof ruleSet>, from: string, to: string | null = null) =>
  give('ruleSet.adopt', on, { ruleSet: rules, from, to })
const lateOn = async (organizationId: string, day: string) =>
  (await readRuleSet(log.nodes[0].database, organizationId, `${day}T05:00:00Z`)).lateAfterMinutes

test('the default holds where nobody has adopted anything', async () => {
  expect(await readRuleSet(log.nodes[0].database, siblings.cousinBranchId, '2026-11-03T12:30:00Z')).toEqual(
    defaultRuleSet,
  )
})

test('the nearest organization above wins, for as long as its rules are in force', async () => {
  await adopt(provinceId, ruleSet('tinh', 1, 10), '2026-01-01')
  await adopt(siblings.siblingCommuneId, ruleSet('xa', 1, 5), '2026-03-01', '2026-05-31')
  await adopt(provinceId, ruleSet('tinh', 2, 20), '2026-07-01')
  const { cousinBranchId, siblingBranchId } = siblings
  expect(
    await Promise.all(
      ['2025-12-31', '2026-01-01', '2026-03-01', '2026-05-31', '2026-06-01', '2026-07-01'].map((day) =>
        lateOn(cousinBranchId, day),
      ),
    ),
  ).toEqual([15, 10, 5, 5, 10, 20])
  expect(await lateOn(siblingBranchId, '2026-04-01')).toBe(10)
  const { adoptedBy } = await readAdoptedRuleSet(log.nodes[0].database, cousinBranchId, '2026-04-01')
  expect(adoptedBy).toEqual({
    organizationId: siblings.siblingCommuneId,
    name: 'Đảng bộ xã Ví Von',
    from: '2026-03-01',
    to: '2026-05-31',
  })
})

test('a version is adopted once and means the same everywhere', async () => {
  await expect(adopt(provinceId, ruleSet('tinh', 2, 25), '2026-08-01')).rejects.toMatchObject({
    code: 'RULE_SET_VERSION_OLD',
  })
  await expect(adopt(provinceId, ruleSet('tinh', 1, 10), '2026-08-01')).rejects.toMatchObject({
    code: 'RULE_SET_VERSION_OLD',
  })
  await expect(adopt(siblings.siblingCommuneId, ruleSet('tinh', 2, 99), '2026-08-01')).rejects.toMatchObject({
    code: 'RULE_SET_VERSION_OLD',
  })
  await expect(adopt(provinceId, ruleSet('tinh', 3, 10), '2026-08-02', '2026-08-01')).rejects.toMatchObject({
    code: 'PERIOD_WRONG',
  })
  await adopt(siblings.siblingCommuneId, ruleSet('tinh', 2, 20), '2026-08-01')
  const before = await log.entries(siblings.siblingCommuneId)
  await adopt(siblings.siblingCommuneId, ruleSet('tinh', 2, 20), '2026-08-01')
  expect(await log.entries(siblings.siblingCommuneId)).toHaveLength(before.length)
})
