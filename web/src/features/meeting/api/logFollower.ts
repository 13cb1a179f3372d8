// Follows a meeting's log: every run of entries must join what is there, without a gap and with an unbroken chain.
import { type LogEntry, type Position, type Viewer, verifyChain } from '@hoi-truong/shared/log'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'

export interface Followed {
  state: MeetingStreamState
  position: Position
  viewer: Viewer
}

export type Step =
  | { kind: 'followed'; followed: Followed }
  /** Something is missing between what is there and what came: ask again. */
  | { kind: 'gap' }
  /** What came does not fit the chain: start over from a snapshot. */
  | { kind: 'broken'; seq: number }

export function followEntries(streamId: string, entries: readonly LogEntry[], before: Followed): Step {
  const { position } = before
  const again = entries.find((entry) => entry.seq === position.seq)
  if (again && again.hash !== position.hash) return { kind: 'broken', seq: again.seq }
  const fresh = entries.filter((entry) => entry.seq > position.seq)
  const first = fresh[0]
  if (!first) return { kind: 'followed', followed: before }
  if (first.seq !== position.seq + 1) return { kind: 'gap' }
  const verdict = verifyChain(streamId, fresh, position)
  if (!verdict.ok) return { kind: 'broken', seq: verdict.seq }
  return {
    kind: 'followed',
    followed: { ...before, state: meetingReducer.reduceAll(before.state, fresh), position: verdict.head },
  }
}

export function followReply(reply: SyncReply, before: Followed | null): Step {
  if (reply.kind === 'snapshot') {
    // The server made it with the same reducer; a snapshot is what the chain is picked up from, not what it proves.
    const state = reply.state as MeetingStreamState
    return { kind: 'followed', followed: { state, position: reply.position, viewer: reply.viewer } }
  }
  if (!before) return { kind: 'gap' }
  return followEntries(reply.streamId, reply.entries, { ...before, viewer: reply.viewer })
}
