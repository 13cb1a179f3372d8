export * from './ruleSet.ts'
export * from './votingBase.ts'
