// The chair's next step as the meeting stands now.
import { useMemo } from 'react'
import { useMeetingMinute, useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import { nextStep, type PlannedStep } from '../nextStep.ts'

export function useNextStep(): PlannedStep | null {
  const state = useMeetingState()
  const call = useRollCall()
  const now = useMeetingMinute()
  return useMemo(() => nextStep(state, call, now), [state, call, now])
}
