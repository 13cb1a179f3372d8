export * from './events.ts'
export * from './reduce.ts'
export * from './rights.ts'
