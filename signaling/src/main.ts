// Starts signaling from the environment; stops it cleanly on SIGINT and SIGTERM.

import { readConfig } from './config.ts'
import { isUnreachable } from './database/client.ts'
import { startSignaling } from './server.ts'

function sentence(error: unknown): string {
  if (isUnreachable(error))
    return 'signaling cannot reach PostgreSQL at DATABASE_APP_URL: is it running, and is the address right?'
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `port ${port} is taken: stop the other program or set PORT to a free one`
  return message
}

try {
  const server = await startSignaling(readConfig(process.env))
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`)
  process.exit(1)
}
