export * from './ruleSet.ts'
export * from './votingBase.ts'
export * from './votingRules.ts'
