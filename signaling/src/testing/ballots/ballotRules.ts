// Secret ballots on devices for a branch of the tests: only where somebody has allowed them.
import { randomUUID } from 'node:crypto'
import { defaultRuleSet, type VotingRules } from '@hoi-truong/shared/rules'
import { SERVER } from '../../log/commandDefinition.ts'
import type { OpenLog } from '../../log/openLog.ts'
import { prepareCommand } from '../../log/prepareCommand.ts'

/** For meetings that are drafted from now on. */
export async function allowBallotsOnDevices(
  { registry, pipeline }: Pick<OpenLog, 'registry' | 'pipeline'>,
  organizationId: string,
  more: Partial<VotingRules> = {},
): Promise<void> {
  const voting = { ...defaultRuleSet.voting, electronicSecret: true, ...more }
  const ruleSet = { ...defaultRuleSet, id: randomUUID(), version: 1, voting }
  const payload = { ruleSet, from: '2020-01-01', to: null }
  const wish = { id: randomUUID(), type: 'ruleSet.adopt', streamId: organizationId, payload }
  await pipeline.submit(prepareCommand(registry, SERVER, wish))
}
