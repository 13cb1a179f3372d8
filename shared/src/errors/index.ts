// What can go wrong, in one closed list and one type.
export * from './appError.ts'
export * from './codes.ts'
export * from './parse.ts'
