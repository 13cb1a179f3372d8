// One press, one request: sent once however often it is pressed, again by itself while nobody answers, and told when refused.
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { untilAnswered } from '../../../lib/untilAnswered.ts'

/** `waiting`: nobody answers; it goes on by itself. */
export type Sending = 'no' | 'sending' | 'waiting'

export interface Sender {
  sending: Sending
  problem: Problem | null
  setProblem(problem: Problem | null): void
  /**
   * @param ask what may be asked again without harm
   * @returns the answer; null when it was refused, when the page was left, or while another request is on its way
   */
  send<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<{ answer: T } | null>
}

/** @param patient false: silence is told at once, for what is better pressed again by the person */
export function useSending({ patient = true } = {}): Sender {
  const [sending, setSending] = useState<Sending>('no')
  const [problem, setProblem] = useState<Problem | null>(null)
  // State is set a moment later: the second half of a double click comes before.
  const busy = useRef(false)
  const page = useRef<AbortController | null>(null)
  useEffect(() => {
    const here = new AbortController()
    page.current = here
    return () => here.abort()
  }, [])

  const send = useCallback(
    async <T>(ask: (signal: AbortSignal) => Promise<T>): Promise<{ answer: T } | null> => {
      const signal = page.current?.signal
      if (busy.current || !signal) return null
      busy.current = true
      setSending('sending')
      setProblem(null)
      try {
        const once = () => ask(signal)
        const answer = patient ? await untilAnswered(once, signal, () => setSending('waiting')) : await once()
        return signal.aborted ? null : { answer }
      } catch (error) {
        if (!signal.aborted) setProblem(problemOf(error))
        return null
      } finally {
        busy.current = false
        if (!signal.aborted) setSending('no')
      }
    },
    [patient],
  )
  return { sending, problem, setProblem, send }
}
