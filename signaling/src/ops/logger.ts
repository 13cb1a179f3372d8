// Logs in a closed set of categories, so that a reader knows what can appear. No tokens, passwords, names or comments in them.
import { type Logger, pino } from 'pino'

export type LogCategory =
  | 'start'
  | 'http'
  | 'gateway'
  | 'command'
  | 'presence'
  | 'media'
  | 'account'
  | 'database'
  | 'document'

export type Log = (category: LogCategory) => Logger

export function createLog(level: string): Log {
  const root = pino({ level, base: { service: 'signaling' }, timestamp: pino.stdTimeFunctions.isoTime })
  const children = new Map<LogCategory, Logger>()
  return (category) => {
    const known = children.get(category)
    if (known) return known
    const child = root.child({ category })
    children.set(category, child)
    return child
  }
}
