// A command from the room: one at a time, and what the server refused stays until it is read.
import type { CommandType } from '@hoi-truong/shared/streams'
import { useState } from 'react'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { useMeeting } from './useMeeting.ts'

export interface RoomCommand {
  busy: boolean
  refusal: Problem | null
  dismiss(): void
  /** True when it took effect. */
  run(type: CommandType, payload?: object): Promise<boolean>
}

export function useRoomCommand(): RoomCommand {
  const { room } = useMeeting()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const run: RoomCommand['run'] = async (type, payload = {}) => {
    setBusy(true)
    setRefusal(null)
    try {
      await room.command(type, payload)
      return true
    } catch (error) {
      setRefusal(problemOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, refusal, dismiss: () => setRefusal(null), run }
}
