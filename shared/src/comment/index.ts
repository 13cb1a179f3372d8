export * from './events.ts'
export * from './reduce.ts'
