export * from './events.ts'
export * from './reduce.ts'
export * from './schema.ts'
export * from './templates.ts'
