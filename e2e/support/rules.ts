// Other rules for the demo branch, adopted as the installation's administrator does it: for a test that would else wait as long as people do.
import { defaultRuleSet, type RuleSet } from '@hoi-truong/shared/rules'
import { readSampleMeeting } from '../../signaling/src/demo/sampleMeeting.ts'
import { MemberApi } from './api.ts'
import type { RunningSystem } from './system.ts'

const ADMINISTRATOR = 'MAU-90009'

/** They hold for all meetings that are opened afterwards, so only in a system of the test's own. */
export async function adoptRules(system: RunningSystem, change: Partial<RuleSet>): Promise<void> {
  const administrator = await MemberApi.signIn(system, ADMINISTRATOR)
  await administrator.command('ruleSet.adopt', readSampleMeeting().branchId, {
    ruleSet: { ...defaultRuleSet, ...change, id: 'of-the-test', version: 1 },
    from: '2026-01-01',
    to: null,
  })
}
