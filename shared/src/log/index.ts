// The meeting log: events, their hash chain, and state reduced from them (DESIGN 2).
export * from './chain.ts'
export * from './event.ts'
export * from './reducer.ts'
