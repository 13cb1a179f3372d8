// Adopting a rule set for an organization and all beneath it (DESIGN 5).
import { AppError } from '@hoi-truong/shared/errors'
import { canonicalJson } from '@hoi-truong/shared/log'
import { ruleSetSchema } from '@hoi-truong/shared/rules'
import { defineCommand } from '../log/commandDefinition.ts'
import { requirePeriod } from './memberRules.ts'

interface RuleSetFacts {
  /** Another organization has adopted something else under this id and version. */
  differs: boolean
}

export const ruleSetCommandDefinitions = [
  defineCommand<'organization', 'ruleSet.adopt', RuleSetFacts>({
    type: 'ruleSet.adopt',
    stream: 'organization',
    action: 'ruleSet.adopt',
    timing: 'deferrable',
    gather: async (sql, { payload: { ruleSet } }) => {
      const rows = await sql.$queryRaw<{ rule_set: unknown }[]>`
        select distinct rule_set from rule_set_adoption where rule_set_id = ${ruleSet.id} and version = ${ruleSet.version}`
      // Read as everywhere: what a set from before there were polls does not say, it means by default.
      const adopted = rows.map(({ rule_set }) => canonicalJson(ruleSetSchema.parse(rule_set)))
      return { differs: adopted.some((one) => one !== canonicalJson(ruleSet)) }
    },
    decide: ({ payload, state }, { facts }) => {
      const { organization } = state.everyone
      requirePeriod(payload)
      if (organization.end && organization.end.from <= payload.from) throw new AppError('ORGANIZATION_ENDED')
      const same = organization.adoptions.filter(({ ruleSet }) => ruleSet.id === payload.ruleSet.id)
      const newest = same.at(-1)
      if (newest && canonicalJson(newest) === canonicalJson(payload)) return { events: [] }
      const old = same.some(({ ruleSet }) => ruleSet.version >= payload.ruleSet.version)
      if (old || facts.differs) throw new AppError('RULE_SET_VERSION_OLD')
      return { events: [{ type: 'ruleSet.adopted', version: 1, audience: 'everyone', payload }] }
    },
  }),
]
