// The log with all its features, ready for commands: what a server, the demo data and the tests start from.
import { randomUUID } from 'node:crypto'
import type { PresenceTiming } from '../attendance/leases.ts'
import { SiteCodes } from '../attendance/SiteCodes.ts'
import type { Database } from '../database/client.ts'
import type { Log } from '../ops/logger.ts'
import type { Metrics } from '../ops/metrics.ts'
import { CommandPipeline } from './commandPipeline.ts'
import type { CommandRegistry } from './prepareCommand.ts'
import { Publisher } from './publisher.ts'
import { createCommandRegistry, projections } from './registry.ts'
import { StreamCache } from './streamCache.ts'

export interface OpenLog {
  cache: StreamCache
  publisher: Publisher
  registry: CommandRegistry
  pipeline: CommandPipeline
}

export function openLog(
  database: Database,
  timing: PresenceTiming,
  metrics: Metrics,
  log: Log,
  // Whoever shows nobody a site's code needs no secret that other nodes know.
  siteCodes = new SiteCodes(randomUUID()),
): OpenLog {
  const cache = new StreamCache()
  const publisher = new Publisher((error) =>
    log('command').error({ err: error }, 'a committed batch could not be passed on'),
  )
  const registry = createCommandRegistry(timing, siteCodes)
  const pipeline = new CommandPipeline({ database, cache, publisher, registry, projections, metrics, log })
  return { cache, publisher, registry, pipeline }
}
