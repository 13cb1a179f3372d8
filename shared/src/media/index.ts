// The contract of the sound and picture: room grants, the browser's wire and the control channel.
export * from './clientProtocol.ts'
export * from './controlProtocol.ts'
export * from './grant.ts'
