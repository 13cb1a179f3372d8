export * from './events.ts'
export * from './listOrder.ts'
export * from './reduce.ts'
export * from './schema.ts'
