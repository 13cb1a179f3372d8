// Waiting between tries of a vote: over at once when the connection is back, since the poll may close any second.
import type { MeetingRoom } from '../../meeting/api/meetingRoom.ts'

/** Fulfilled after `ms`, when a connection is made meanwhile, or when `signal` aborts. */
export function untilConnected({ store }: Pick<MeetingRoom, 'store'>, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unsubscribe()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    const unsubscribe = store.subscribe(({ connection }, before) => {
      if (connection === 'connected' && before.connection !== 'connected') done()
    })
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
