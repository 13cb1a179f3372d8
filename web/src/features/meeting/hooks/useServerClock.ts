// The server's clock on this device.
import { useNow } from '../../../lib/useNow.ts'
import { useRoomState } from './useMeeting.ts'

/** Ms since 1970, each second. */
export function useServerNow(running = true): number {
  const offset = useRoomState((state) => state.clockOffsetMs)
  return useNow(running) + offset
}
