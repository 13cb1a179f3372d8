// A page that follows a stream: what it got, and the state that it computes from that.
import type { LogEntry, Position, StreamState } from '@hoi-truong/shared/log'
import type { TestSocket } from './signaling.ts'

export interface Follower<S = unknown> {
  socket: TestSocket
  from: Position
  first: S
  /** In the order of arrival. */
  entries: LogEntry[]
  resyncs: number
  head: () => number
}

export async function follow<S = StreamState<unknown, unknown, unknown>>(
  socket: TestSocket,
  streamId: string,
): Promise<Follower<S>> {
  const entries: LogEntry[] = []
  socket.on('events', (message) => {
    if (message.streamId === streamId) entries.push(...message.entries)
  })
  const reply = await socket.emitWithAck('subscribe', { streamId })
  if (!reply.ok || reply.value.kind !== 'snapshot') throw new Error('expected a snapshot')
  const { position, state } = reply.value
  const follower: Follower<S> = {
    socket,
    from: position,
    first: state as S,
    entries,
    resyncs: 0,
    head: () => entries.at(-1)?.seq ?? position.seq,
  }
  socket.on('resync', (message) => {
    if (message.streamId === streamId) follower.resyncs += 1
  })
  return follower
}
