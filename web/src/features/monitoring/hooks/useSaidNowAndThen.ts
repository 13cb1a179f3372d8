// Sums that move several times a second are read out by a screen reader only now and then.
import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 15_000

/** The sentence as it was at first, then its newest form after each pause in which it changed. */
export function useSaidNowAndThen(sentence: string): string {
  const [said, setSaid] = useState(sentence)
  const newest = useRef(sentence)
  newest.current = sentence
  useEffect(() => {
    const timer = setInterval(() => setSaid(newest.current), PAUSE_MS)
    return () => clearInterval(timer)
  }, [])
  return said
}
