// Starts a media-server from the environment and stops it on SIGTERM or Ctrl-C. A wrong configuration or a taken port
// ends it with a sentence, not with a stack trace.
import { ConfigError } from './ConfigError.ts'
import { loadConfig, type MediaConfig } from './config.ts'
import { createLog } from './monitoring/log.ts'
import { startMediaServer } from './server.ts'

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function configuration(): MediaConfig {
  try {
    return loadConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) giveUp(error.message)
    throw error
  }
}

function sentenceFor(error: unknown, config: MediaConfig): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/EADDRINUSE|address already in use/i.test(message)) {
    const last = config.rtcPortBase + config.workers - 1
    const ports = `port ${config.port} (MEDIA_PORT) or one of ${config.rtcPortBase} to ${last} (MEDIA_RTC_PORT_BASE)`
    return `The media-server cannot start: ${ports} is taken. ${message}`
  }
  if (/ENOENT/.test(message))
    return `The media-server cannot start: the mediasoup worker is not built yet; npm start builds it. ${message}`
  return `The media-server cannot start: ${message}`
}

const config = configuration()
const log = createLog(config.logLevel, config.nodeId)
const server = await startMediaServer(config, { log }).catch((error: unknown) => giveUp(sentenceFor(error, config)))

// One request's forgotten failure must not end everybody's meeting; an exception out of nowhere leaves a state nobody
// knows.
process.on('unhandledRejection', (reason) => log.start.error({ err: reason }, 'a failure nobody waited for'))
process.on('uncaughtException', (error) => {
  log.start.fatal({ err: error }, 'a fault that cannot be survived')
  process.exit(1)
})

let stopping = false
const stop = () => {
  if (stopping) return
  stopping = true
  void server.stop().then(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
