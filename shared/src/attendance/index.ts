export * from './events.ts'
export * from './reduce.ts'
export * from './rollCall.ts'
export * from './siteVoice.ts'
