// A crowd for measurements: members beyond the demo branch's 25, access tokens without a thousand sign-ins, sockets.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Result } from '@hoi-truong/shared/errors'
import type { ImportedMemberInput } from '@hoi-truong/shared/organization'
import {
  type CommandReply,
  type GatewayClientToServer,
  type GatewayServerToClient,
  PROTOCOL_VERSION,
} from '@hoi-truong/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import type { RunningSystem } from '../../e2e/support/system.ts'
import { AccessTokens } from '../../signaling/src/account/accessToken.ts'
import { connectDatabase, type Database } from '../../signaling/src/database/client.ts'
import { demoId } from '../../signaling/src/demo/demoId.ts'
import { readSampleMeeting } from '../../signaling/src/demo/sampleMeeting.ts'
import { SERVER } from '../../signaling/src/log/commandDefinition.ts'
import { openLog } from '../../signaling/src/log/openLog.ts'
import { prepareCommand } from '../../signaling/src/log/prepareCommand.ts'
import { createLog } from '../../signaling/src/ops/logger.ts'
import { createMetrics } from '../../signaling/src/ops/metrics.ts'
import { planFor } from '../../signaling/src/testing/plans.ts'

export type BenchSocket = Socket<GatewayServerToClient, GatewayClientToServer>

export interface Crowd {
  memberIds: string[]
  database: Database
  /** A meeting with everybody on its roll. */
  schedule: () => Promise<string>
  connect: (memberId: string) => Promise<BenchSocket>
  close: () => Promise<void>
}

export async function gatherCrowd(system: RunningSystem, size: number): Promise<Crowd> {
  const database = connectDatabase(system.databaseUrl)
  const { registry, pipeline } = openLog(
    database,
    { graceSeconds: 30, renewSeconds: 3 },
    createMetrics(),
    createLog('error'),
  )
  const sample = readSampleMeeting()
  const asServer = (type: string, streamId: string, payload: unknown) =>
    pipeline.submit(prepareCommand(registry, SERVER, { id: randomUUID(), type, streamId, payload }))

  const members = Array.from(
    { length: size },
    (_, index): ImportedMemberInput => ({
      memberId: demoId(`crowd ${index}`),
      memberNumber: `DO-${String(index).padStart(5, '0')}`,
      name: `Đảng viên đo ${index}`,
      category: 'official',
    }),
  )
  await asServer('organization.importMembers', sample.branchId, {
    fileName: 'crowd',
    fileHash: '0'.repeat(64),
    members,
  })

  await database.account.createMany({
    data: members.map(({ memberId }) => ({ memberId, passwordHash: 'none: nobody signs in' })),
  })
  const sessions = new Map(members.map(({ memberId }) => [memberId, randomUUID()]))
  const expiresAt = new Date(Date.now() + 86_400_000)
  await database.refreshToken.createMany({
    data: [...sessions].map(([memberId, familyId]) => ({
      id: randomUUID(),
      familyId,
      memberId,
      tokenHash: randomUUID(),
      expiresAt,
    })),
  })

  const secrets = JSON.parse(readFileSync(path.join(system.dataFolder, 'secrets.json'), 'utf8')) as {
    accessTokenSecret: string
  }
  const tokens = new AccessTokens(secrets.accessTokenSecret, 3600)
  const sockets: BenchSocket[] = []
  return {
    memberIds: members.map((member) => member.memberId),
    database,
    schedule: async () => {
      const meetingId = randomUUID()
      await asServer('meeting.draft', meetingId, planFor(sample))
      await asServer('meeting.announce', meetingId, { basedOn: 1 })
      return meetingId
    },
    connect: async (memberId) => {
      const socket: BenchSocket = io(system.url, {
        auth: { protocol: PROTOCOL_VERSION, token: tokens.sign(memberId, sessions.get(memberId) ?? '') },
        transports: ['websocket'],
        forceNew: true,
      })
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve)
        socket.once('connect_error', reject)
      })
      sockets.push(socket)
      return socket
    },
    close: async () => {
      for (const socket of sockets) socket.disconnect()
      await database.$disconnect()
    },
  }
}

/** Check-in and leaving by turns: each is a command with a lease, an event, two projected tables and a message to the room. */
export async function takeTurn(socket: BenchSocket, meetingId: string, turn: number): Promise<CommandReply> {
  const result: Result<CommandReply> = await socket.emitWithAck('command', {
    id: randomUUID(),
    type: turn % 2 === 0 ? 'attendance.enter' : 'attendance.leave',
    streamId: meetingId,
    payload: {},
    validUntil: new Date(Date.now() + 60_000).toISOString(),
  })
  if (!result.ok) throw new Error(`a command was refused: ${result.error.code}`)
  return result.value
}

/** What PostgreSQL promises while it is measured: printed with every figure. */
export async function databaseSetting(database: Database): Promise<string> {
  const rows = await database.$queryRaw<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'server_version') order by name`
  return `PostgreSQL ${rows.map(({ name, setting }) => `${name}=${setting}`).join(', ')}`
}
