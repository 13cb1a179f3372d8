// A further voter's secret ballot, from a device without a browser: with one ballot alone the box is not opened.
import { randomBytes, randomUUID } from 'node:crypto'
import { type GatewayClientToServer, type GatewayServerToClient, PROTOCOL_VERSION } from '@hoi-truong/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import { blind, readBallotKey, unblind } from '../../signaling/src/testing/ballots/blinding.ts'
import { MemberApi } from './api.ts'
import type { RunningSystem } from './system.ts'

interface Place {
  meetingId: string
  pollId: string
}

/** By a member who is not in the meeting yet. */
export async function castSecretly(
  system: RunningSystem,
  memberNumber: string,
  { meetingId, pollId }: Place,
  choices: string[],
): Promise<void> {
  const voter = await MemberApi.signIn(system, memberNumber)
  const key = readBallotKey((await voter.poll(meetingId, pollId))?.frozen?.publicKey ?? '')
  const token = randomBytes(32)
  const { message, inverse } = blind(key, token)
  const auth = { protocol: PROTOCOL_VERSION, token: voter.token }
  const socket: Socket<GatewayServerToClient, GatewayClientToServer> = io(system.url, { auth, forceNew: true })
  try {
    const validUntil = new Date(Date.now() + 20_000).toISOString()
    const entering = { id: randomUUID(), type: 'attendance.enter', streamId: meetingId, payload: {}, validUntil }
    await socket.emitWithAck('command', entering)
    const taken = await socket.emitWithAck('takeBallot', { meetingId, pollId, blinded: message })
    if (!taken.ok) throw new Error(`no ballot: ${taken.error.code}`)
    const signature = unblind(key, token, taken.value.blindSignature, inverse)
    const response = await fetch(`${system.url}/api/v1/meetings/${meetingId}/polls/${pollId}/ballots`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: token.toString('base64url'), signature, choices }),
    })
    if (!response.ok) throw new Error(`the ballot was not counted: ${await response.text()}`)
  } finally {
    socket.disconnect()
  }
}
