// Keeps the screen from going dark while somebody is in the room: who listens touches nothing for an hour.
import { useEffect } from 'react'

export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let over = false
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      // Refused on a low battery: then the screen may go dark.
      const held = await navigator.wakeLock.request('screen').catch(() => null)
      if (over) await held?.release()
      else lock = held
    }
    // The system takes it away whenever the page is hidden.
    document.addEventListener('visibilitychange', hold)
    void hold()
    return () => {
      over = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
