// A clock that ticks each second, for running times.
import { useEffect, useState } from 'react'

/** This device's clock, ms. */
export function useNow(running = true): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!running) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [running])
  return now
}
