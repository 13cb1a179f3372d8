// Waiting between tries of a vote: over at once when the connection is back, since the poll may close any second.
import type { MeetingRoom, MeetingRoomState } from '../../meeting/api/meetingRoom.ts'

const isConnected = ({ connection }: MeetingRoomState): boolean => connection === 'connected'

/** Fulfilled after `ms`, when a connection is made (or `ready` becomes true) meanwhile, or when `signal` aborts. */
export function untilConnected(
  { store }: Pick<MeetingRoom, 'store'>,
  ms: number,
  signal: AbortSignal,
  ready = isConnected,
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unsubscribe()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    const unsubscribe = store.subscribe((state, before) => {
      if (ready(state) && !ready(before)) done()
    })
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
