// Whether a media query holds now, for what is put together otherwise on a narrow screen and not only laid out otherwise.
import { useCallback, useSyncExternalStore } from 'react'

export function useMatches(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
