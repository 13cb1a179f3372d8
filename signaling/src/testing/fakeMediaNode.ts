// A fake media-server: it speaks the real control channel over a real socket, but has no rooms and no media behind it. What real
// ones do is tested in media-server; here only what signaling says to them counts.
import { randomUUID } from 'node:crypto'
import type { Result } from '@hoi-truong/shared/errors'
import {
  CONTROL_CONTRACT,
  CONTROL_NAMESPACE,
  type ControlNodeToSignaling,
  type ControlReplies,
  type ControlSignalingToNode,
  type DesiredRoom,
} from '@hoi-truong/shared/media'
import { io, type Socket } from 'socket.io-client'
import { CONTROL_SECRET } from './signaling.ts'

export interface FakeMediaNode {
  nodeId: string
  instanceId: string
  socket: Socket<ControlSignalingToNode, ControlNodeToSignaling>
  /** Every desired state that was sent without being asked for, in order. */
  desired: DesiredRoom[]
  hello: (rooms?: { meetingId: string; epoch: number }[]) => Promise<Result<ControlReplies['hello']>>
  roomLost: (meetingId: string, epoch: number) => Promise<Result<ControlReplies['roomLost']>>
}

/** `auth` of the handshake, as a media-server that is right would send it. */
export const controlAuth = (nodeId = 'media-1', instanceId: string = randomUUID()) => ({
  contract: CONTROL_CONTRACT,
  secret: CONTROL_SECRET,
  nodeId,
  instanceId,
  publicUrl: `http://${nodeId}.example`,
})

/** Without the hello. Rejects with the data of the refusal. */
export async function dialIn(url: string, auth: Record<string, unknown>): Promise<FakeMediaNode['socket']> {
  const socket: FakeMediaNode['socket'] = io(url + CONTROL_NAMESPACE, {
    auth,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.disconnect()
      reject((error as { data?: unknown }).data ?? error)
    })
  })
  return socket
}

/** On the control channel and ready to take rooms. */
export async function bringMediaNode(url: string, nodeId?: string, instanceId?: string): Promise<FakeMediaNode> {
  const auth = controlAuth(nodeId, instanceId)
  const socket = await dialIn(url, auth)
  const desired: DesiredRoom[] = []
  socket.on('desired', (room) => desired.push(room))
  const node: FakeMediaNode = {
    nodeId: auth.nodeId,
    instanceId: auth.instanceId,
    socket,
    desired,
    hello: (rooms = []) => socket.emitWithAck('hello', { rooms }),
    roomLost: (meetingId, epoch) => socket.emitWithAck('roomLost', { meetingId, epoch }),
  }
  await node.hello()
  return node
}
