// The whole screen for the room, for a projector or a small laptop.
import { useSyncExternalStore } from 'react'

const subscribe = (changed: () => void) => {
  document.addEventListener('fullscreenchange', changed)
  return () => document.removeEventListener('fullscreenchange', changed)
}

/** Null where the browser has none, as on an iPhone. */
export function useFullScreen(): { on: boolean; toggle(): void } | null {
  const on = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null)
  if (!document.fullscreenEnabled) return null
  const toggle = () => {
    // Refused outside of a press, or by an embedding page: the room stays as it is.
    const change = on ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    change.catch(() => undefined)
  }
  return { on, toggle }
}
