// Starts signaling from the environment; stops it cleanly on SIGINT and SIGTERM.

import { readConfig } from './config.ts'
import { startSignaling } from './server.ts'
import { startFailure } from './startFailure.ts'

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
  process.stderr.write(`${startFailure(error)}\n`)
  process.exit(1)
}
