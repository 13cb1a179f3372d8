// One line per thing worth knowing, in a closed set of categories, so that an operator can filter and nothing personal
// slips in: never a grant, a token or an address; members by id only.
import { type DestinationStream, type Logger, pino } from 'pino'

export const logCategories = ['start', 'worker', 'room', 'peer', 'request', 'control', 'mediasoup'] as const
type LogCategory = (typeof logCategories)[number]

export type Log = Record<LogCategory, Logger>

const secrets = [
  'auth',
  'grant',
  'resumeToken',
  'secret',
  'token',
  '*.auth',
  '*.grant',
  '*.resumeToken',
  '*.secret',
  '*.token',
]

export function createLog(level: string, nodeId: string, destination?: DestinationStream): Log {
  const options = { level, base: { program: 'media-server', nodeId }, redact: secrets }
  const root = destination ? pino(options, destination) : pino(options)
  const entries = logCategories.map((category) => [category, root.child({ category })] as const)
  return Object.fromEntries(entries) as Log
}
