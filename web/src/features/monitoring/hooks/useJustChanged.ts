// Which lines have changed a moment ago, so that an eye on the list sees where.
import { useCallback, useEffect, useRef, useState } from 'react'

const SHOWN_MS = 4_000

export function useJustChanged() {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())

  const mark = useCallback((ids: readonly string[]) => {
    setChanged((before) => new Set([...before, ...ids]))
    for (const id of ids) {
      clearTimeout(timers.current.get(id))
      const timer = setTimeout(() => {
        timers.current.delete(id)
        setChanged((before) => new Set([...before].filter((one) => one !== id)))
      }, SHOWN_MS)
      timers.current.set(id, timer)
    }
  }, [])

  useEffect(() => {
    const running = timers.current
    return () => {
      for (const timer of running.values()) clearTimeout(timer)
    }
  }, [])

  return { changed, mark }
}
