// The chair's next step as the meeting stands now.
import { useMemo } from 'react'
import { useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import { useServerMinute } from '../../meeting/hooks/useServerClock.ts'
import { nextStep, type PlannedStep } from '../nextStep.ts'

export function useNextStep(): PlannedStep | null {
  const state = useMeetingState()
  const call = useRollCall()
  const now = useServerMinute(state.meeting.status === 'open')
  return useMemo(() => nextStep(state, call, now), [state, call, now])
}
