// Rule sets by organization and day: the nearest above that has one in force, versions that only grow.
import { defaultRuleSet, defaultVotingRules } from '@hoi-truong/shared/rules'
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

test('how votes are taken is adopted with the rest, from the day on which it is in force', async () => {
  const { cousinBranchId, siblingCommuneId } = siblings
  const voting = { ...defaultVotingRules, electronicSecret: true, minimumSecretElectorate: 9 }
  await adopt(siblingCommuneId, { ...ruleSet('phieu', 1, 15), voting }, '2026-10-01')
  const on = async (day: string) =>
    (await readRuleSet(log.nodes[0].database, cousinBranchId, `${day}T05:00:00Z`)).voting
  expect(await on('2026-09-30')).toEqual(defaultVotingRules)
  expect(await on('2026-10-01')).toEqual(voting)
  // The same version with other rules of votes is another set.
  await expect(adopt(provinceId, ruleSet('phieu', 1, 15), '2026-10-01')).rejects.toMatchObject({
    code: 'RULE_SET_VERSION_OLD',
  })
  const { expulsion: _, ...matters } = defaultVotingRules.matters
  const incomplete = { ...ruleSet('phieu', 2, 15), voting: { ...voting, matters } }
  await expect(adopt(siblingCommuneId, incomplete as typeof defaultRuleSet, '2026-11-01')).rejects.toMatchObject({
    code: 'REQUEST_MALFORMED',
  })
})

test('a set that was adopted before there were polls means the default rules of votes', async () => {
  const { database } = log.nodes[0]
  await adopt(provinceId, ruleSet('xua', 1, 7), '2027-01-01')
  await database.$executeRaw`update rule_set_adoption set rule_set = rule_set - 'voting' where rule_set_id = 'xua'`
  const { ruleSet: read } = await readAdoptedRuleSet(database, siblings.siblingBranchId, '2027-01-01')
  expect(read).toEqual(ruleSet('xua', 1, 7))
  await adopt(siblings.siblingCommuneId, ruleSet('xua', 1, 7), '2027-01-01')
  const { voting: _, ...said } = ruleSet('xua', 1, 7)
  await expect(
    adopt(
      siblings.siblingCommuneId,
      { ...said, voting: { ...defaultVotingRules, electronicSecret: true } },
      '2027-02-01',
    ),
  ).rejects.toMatchObject({ code: 'RULE_SET_VERSION_OLD' })
})
