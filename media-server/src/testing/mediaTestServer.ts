// A real media-server with real workers on ports that the system chooses, and the grants that open it: for tests.
import { randomUUID } from 'node:crypto'
import type { DesiredPeer, GrantClaims } from '@hoi-truong/shared/media'
import jwt from 'jsonwebtoken'
import type { MediaConfig } from '../config.ts'
import { createLog } from '../monitoring/log.ts'
import { type MediaServer, type MediaServerOptions, startMediaServer } from '../server.ts'

export const testConfig: MediaConfig = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://localhost:4001',
  nodeId: 'media-test',
  workers: 1,
  rtcPortBase: 0,
  rtcListenIp: '127.0.0.1',
  announcedAddress: undefined,
  resumeSeconds: 60,
  turn: undefined,
  // Nobody is there: a media-server serves without signaling.
  signalingUrl: 'http://127.0.0.1:9',
  signalingCa: undefined,
  tls: undefined,
  grantSecret: 'grant-secret-of-the-tests',
  controlSecret: 'control-secret-of-the-tests',
  logLevel: 'silent',
}

export function startTestServer(
  changes: Partial<MediaConfig> = {},
  options: MediaServerOptions = {},
): Promise<MediaServer> {
  const config = { ...testConfig, ...changes }
  return startMediaServer(config, {
    log: createLog(process.env.TEST_LOG_LEVEL ?? 'silent', config.nodeId),
    ...options,
  })
}

export function grantClaims(changes: Partial<GrantClaims> = {}): GrantClaims {
  return {
    meetingId: randomUUID(),
    memberId: randomUUID(),
    connectionId: randomUUID(),
    nodeId: testConfig.nodeId,
    epoch: 1,
    seq: 1,
    mayPublish: ['microphone', 'camera', 'screen'],
    held: [],
    neverCapped: false,
    ...changes,
  }
}

/** One who may do everything, unless said otherwise. */
export function desiredPeer(memberId: string, changes: Partial<DesiredPeer> = {}): DesiredPeer {
  const { mayPublish, held, neverCapped } = grantClaims()
  return { memberId, mayPublish, held, neverCapped, silencedSeq: 0, ...changes }
}

export function signGrant(claims: object, options: { secret?: string; expiresIn?: number } = {}): string {
  const { secret = testConfig.grantSecret, expiresIn = 60 } = options
  return jwt.sign(claims, secret, { algorithm: 'HS256', expiresIn })
}
