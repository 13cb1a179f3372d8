// Dừng trình chiếu: by whoever presents, or the chair.
import type { Problem } from '../../../lib/problem.ts'
import { useRoomCommand } from '../../meeting/hooks/useRoomCommand.ts'

export interface EndPresentation {
  busy: boolean
  problem: Problem | null
  run(): void
}

export function useEndPresentation(presentationId: string): EndPresentation {
  const command = useRoomCommand()
  // Somebody was quicker: that is what was wanted.
  const problem = command.refusal?.code === 'PRESENTATION_UNKNOWN' ? null : command.refusal
  return { busy: command.busy, problem, run: () => void command.run('document.endPresentation', { presentationId }) }
}
