// A command on a meeting from a quiet page: given until it is answered, and the page is read again afterwards.
import type { CommandType } from '@hoi-truong/shared/streams'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { newId } from '../../../lib/newId.ts'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { untilAnswered } from '../../../lib/untilAnswered.ts'
import { giveCommand } from '../../account/api/giveCommand.ts'

export function useMeetingCommand(meetingId: string) {
  const answers = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const life = useRef(new AbortController())
  const running = useRef(false)
  useEffect(() => {
    if (life.current.signal.aborted) life.current = new AbortController()
    return () => life.current.abort()
  }, [])

  /** True when it took effect. */
  const run = async (type: CommandType, payload: object): Promise<boolean> => {
    if (running.current) return false
    running.current = true
    const { signal } = life.current
    const body = { id: newId(), type, streamId: meetingId, payload }
    setBusy(true)
    setProblem(null)
    try {
      await untilAnswered(
        () => giveCommand(body),
        signal,
        () => setProblem({ code: 'UNREACHABLE' }),
      )
      setProblem(null)
      await answers.invalidateQueries({ queryKey: ['meeting', meetingId] })
      return true
    } catch (error) {
      if (!signal.aborted) setProblem(problemOf(error))
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { run, busy, problem }
}
