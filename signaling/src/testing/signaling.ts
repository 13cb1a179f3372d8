// A real signaling on a real database for tests: demo data laid, free port, short times.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Command, GatewayClientToServer, GatewayServerToClient } from '@hoi-truong/shared/protocol'
import { PROTOCOL_VERSION } from '@hoi-truong/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts'
import { type Config, readConfig } from '../config.ts'
import { connectDatabase } from '../database/client.ts'
import { demoId } from '../demo/demoId.ts'
import { layDemoData } from '../demo/layDemoData.ts'
import type { SampleMeeting } from '../demo/sampleMeeting.ts'
import { type SignalingServer, startSignaling } from '../server.ts'

export const PASSWORD = 'Thu-nghiem-2026'
export const CONTROL_SECRET = 'control-secret-for-tests'
export const GRANT_SECRET = 'grant-secret-for-tests-only'
/** Ids of invented members by the file's own: member('dv01') chairs, member('dv14') keeps the minutes, db01 follows from above. */
export const member = (id: string): string => demoId(id)
const otherNumbers: Record<string, string> = { db01: 'MAU-90001', qt01: 'MAU-90009' }
export const numberOf = (id: string): string => otherNumbers[id] ?? `MAU-000${id.slice(2)}`

export type TestSocket = Socket<GatewayServerToClient, GatewayClientToServer>

export interface TestSignaling {
  server: SignalingServer
  testDatabase: TestDatabase
  sample: SampleMeeting
  meetingId: string
  config: Config
  /** Another node, or the same one again after a stop. */
  startNode: (overrides?: Record<string, string>) => Promise<SignalingServer>
  stop: () => Promise<void>
}

export async function startTestSignaling(overrides: Record<string, string> = {}): Promise<TestSignaling> {
  const testDatabase = await createTestDatabase()
  const laying = connectDatabase(testDatabase.appUrl)
  const sample = await layDemoData(laying, PASSWORD)
  const meeting = await laying.meeting.findFirstOrThrow()
  await laying.$disconnect()
  const documents = await mkdtemp(path.join(tmpdir(), 'documents-'))
  const environment = {
    PORT: '0',
    DOCUMENT_DIR: documents,
    DATABASE_APP_URL: testDatabase.appUrl,
    ACCESS_TOKEN_SECRET: 'access-token-secret-for-tests',
    GRANT_SECRET,
    CONTROL_SECRET,
    ATTENDANCE_GRACE_SECONDS: '2',
    PRESENCE_RENEW_SECONDS: '0.3',
    LOG_LEVEL: 'error',
    ...overrides,
  }
  const nodes: SignalingServer[] = []
  const startNode = async (more: Record<string, string> = {}) => {
    const node = await startSignaling(readConfig({ ...environment, ...more }))
    nodes.push(node)
    return node
  }
  const server = await startNode()
  return {
    server,
    testDatabase,
    sample,
    meetingId: meeting.id,
    config: readConfig(environment),
    startNode,
    stop: async () => {
      await Promise.all(nodes.map((node) => node.stop().catch(() => undefined)))
      await testDatabase.drop()
      await rm(documents, { recursive: true, force: true })
    },
  }
}

export async function signIn(url: string, id: string, password = PASSWORD): Promise<string> {
  const response = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberNumber: numberOf(id), password }),
  })
  if (!response.ok) throw new Error(`${id} could not sign in: ${await response.text()}`)
  const { accessToken } = (await response.json()) as { accessToken: string }
  return accessToken
}

export async function connect(url: string, token: string): Promise<TestSocket> {
  const socket: TestSocket = io(url, {
    auth: { protocol: PROTOCOL_VERSION, token },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
    // Before it was accepted: the server is gone.
    socket.once('disconnect', (reason) => reject(new Error(reason)))
  })
  return socket
}

export const connectMember = async (url: string, id: string): Promise<TestSocket> => connect(url, await signIn(url, id))

export const soon = (): string => new Date(Date.now() + 20_000).toISOString()

export function command(type: string, streamId: string, payload: unknown = {}, more: Partial<Command> = {}): Command {
  return { id: randomUUID(), type, streamId, payload, validUntil: soon(), ...more }
}

/** Polls until the condition holds; the test's own time limit ends it. */
export async function until<T>(
  probe: () => Promise<T | false | null | undefined> | T | false | null | undefined,
): Promise<T> {
  for (;;) {
    const value = await probe()
    if (value) return value
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
