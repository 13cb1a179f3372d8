export * from './events.ts'
export * from './oneTimeCode.ts'
export * from './session.ts'
export * from './views.ts'
