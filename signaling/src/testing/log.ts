// The log alone on a real database, without sockets: one or more nodes on the demo branch.
import { randomUUID } from 'node:crypto'
import type { LogEntry } from '@hoi-truong/shared/log'
import { createTestDatabase } from '../../../scripts/testing/database.ts'
import { connectDatabase, type Database } from '../database/client.ts'
import { layDemoData } from '../demo/layDemoData.ts'
import type { SampleMeeting } from '../demo/sampleMeeting.ts'
import { type Actor, type CommandReply, SERVER } from '../log/commandDefinition.ts'
import { type OpenLog, openLog } from '../log/openLog.ts'
import { prepareCommand } from '../log/prepareCommand.ts'
import { readEvents } from '../log/streamRows.ts'
import { createLog } from '../ops/logger.ts'
import { createMetrics } from '../ops/metrics.ts'
import { planFor } from './plans.ts'
import { PASSWORD } from './signaling.ts'

export interface LogNode extends OpenLog {
  database: Database
  give: (
    actor: Actor,
    type: string,
    streamId: string,
    payload?: unknown,
    id?: string,
    validUntil?: string,
  ) => Promise<CommandReply>
}

export interface TestLog {
  nodes: [LogNode, LogNode]
  sample: SampleMeeting
  appUrl: string
  ownerUrl: string
  /** A new, announced meeting of the demo branch; its id. */
  announce: () => Promise<string>
  entries: (streamId: string) => Promise<LogEntry[]>
  stop: () => Promise<void>
}

export const asMember = (memberId: string, connectionId: string | null = null): Actor => ({
  kind: 'member',
  memberId,
  connectionId,
  nodeId: 'test-node',
})

const timing = { graceSeconds: 30, renewSeconds: 3 }

const inAMinute = (): string => new Date(Date.now() + 60_000).toISOString()

export function openNode(url: string): LogNode {
  const database = connectDatabase(url)
  const log = openLog(database, timing, createMetrics(), createLog('silent'))
  return {
    ...log,
    database,
    give: async (actor, type, streamId, payload = {}, id = randomUUID(), validUntil = inAMinute()) =>
      log.pipeline.submit(prepareCommand(log.registry, actor, { id, type, streamId, payload, validUntil })),
  }
}

export async function openTestLog(): Promise<TestLog> {
  const { appUrl, ownerUrl, drop } = await createTestDatabase()
  const nodes: [LogNode, LogNode] = [openNode(appUrl), openNode(appUrl)]
  const [node] = nodes
  const sample = await layDemoData(node.database, PASSWORD)
  await node.database
    .$executeRaw`insert into presence_service (running_since, last_beat) values (now() - interval '1 day', now())`
  return {
    nodes,
    sample,
    appUrl,
    ownerUrl,
    announce: async () => {
      const meetingId = randomUUID()
      await node.give(SERVER, 'meeting.draft', meetingId, planFor(sample))
      await node.give(SERVER, 'meeting.announce', meetingId, { basedOn: 1 })
      return meetingId
    },
    entries: (streamId) => readEvents(node.database, streamId, 0),
    stop: async () => {
      await Promise.all(nodes.map(({ database }) => database.$disconnect()))
      await drop()
    },
  }
}
