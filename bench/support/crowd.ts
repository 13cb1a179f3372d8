// A crowd for measurements: a branch of its own beside the demo branch, access tokens without a thousand sign-ins, sockets.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Result } from '@hoi-truong/shared/errors'
import {
  type CommandReply,
  type GatewayClientToServer,
  type GatewayServerToClient,
  PROTOCOL_VERSION,
} from '@hoi-truong/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import type { RunningSystem } from '../../e2e/support/system.ts'
import { connectDatabase, type Database } from '../../signaling/src/database/client.ts'
import { readSampleMeeting } from '../../signaling/src/demo/sampleMeeting.ts'
import { openLog } from '../../signaling/src/log/openLog.ts'
import { createLog } from '../../signaling/src/ops/logger.ts'
import { createMetrics } from '../../signaling/src/ops/metrics.ts'
import { allowBallotsOnDevices } from '../../signaling/src/testing/ballots/ballotRules.ts'
import { announceMeetingOf, layBranch } from '../../signaling/src/testing/branch.ts'

export type BenchSocket = Socket<GatewayServerToClient, GatewayClientToServer>

export interface Crowd {
  memberIds: string[]
  database: Database
  /** An announced meeting with everybody on its roll. */
  announce: () => Promise<string>
  connect: (memberId: string) => Promise<BenchSocket>
  /** A member's access token, as if signed in. */
  token: (memberId: string) => string
  close: () => Promise<void>
}

/** @param ballotsOnDevices whether the branch may take secret ballots on devices */
export async function gatherCrowd(
  system: RunningSystem,
  size: number,
  { ballotsOnDevices = false } = {},
): Promise<Crowd> {
  const database = connectDatabase(system.databaseUrl)
  const timing = { graceSeconds: 30, renewSeconds: 3 }
  const log = { ...openLog(database, timing, createMetrics(), createLog('error')), database }
  const secrets = JSON.parse(readFileSync(path.join(system.dataFolder, 'secrets.json'), 'utf8')) as {
    accessTokenSecret: string
  }
  const sample = readSampleMeeting()
  const branch = await layBranch(log, sample, { size, seed: `crowd of ${size}`, ...secrets })
  if (ballotsOnDevices) await allowBallotsOnDevices(log, branch.branchId)
  const sockets: BenchSocket[] = []
  return {
    memberIds: branch.memberIds,
    database,
    announce: () => announceMeetingOf(log, sample, branch),
    token: branch.token,
    connect: async (memberId) => {
      const socket: BenchSocket = io(system.url, {
        auth: { protocol: PROTOCOL_VERSION, token: branch.token(memberId) },
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

/** Anything else than an acceptance is an error. */
export async function give(
  socket: BenchSocket,
  type: string,
  streamId: string,
  payload: unknown = {},
): Promise<CommandReply> {
  const validUntil = new Date(Date.now() + 60_000).toISOString()
  const body = { id: randomUUID(), type, streamId, payload, validUntil }
  const result: Result<CommandReply> = await socket.emitWithAck('command', body)
  if (!result.ok) throw new Error(`${type} was refused: ${result.error.code}`)
  return result.value
}

/** Each is a command with a lease, an event, two projected tables and a message to the room. */
export const checkIn = (socket: BenchSocket, meetingId: string): Promise<CommandReply> =>
  give(socket, 'attendance.enter', meetingId)

/** Check-in and leaving by turns. */
export const takeTurn = (socket: BenchSocket, meetingId: string, turn: number): Promise<CommandReply> =>
  turn % 2 === 0 ? checkIn(socket, meetingId) : give(socket, 'attendance.leave', meetingId)

/** What PostgreSQL promises while it is measured: printed with every figure. */
export async function databaseSetting(database: Database): Promise<string> {
  const rows = await database.$queryRaw<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'server_version') order by name`
  return `PostgreSQL ${rows.map(({ name, setting }) => `${name}=${setting}`).join(', ')}`
}
