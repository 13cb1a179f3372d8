// The server's clock on this device, at two paces: most of what depends on time changes by the minute.
import { useNow } from '../../../lib/useNow.ts'
import { useRoomState } from './useMeeting.ts'

/** Ms since 1970, each second. */
export function useServerNow(running = true): number {
  const offset = useRoomState((state) => state.clockOffsetMs)
  return useNow(running) + offset
}

const MINUTE_MS = 60_000

/** ISO 8601, the last full minute: what is worked out from it is worked out once a minute. */
export function useServerMinute(running = true): string {
  return new Date(Math.floor(useServerNow(running) / MINUTE_MS) * MINUTE_MS).toISOString()
}
