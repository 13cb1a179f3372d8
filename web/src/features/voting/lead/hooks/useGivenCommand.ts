// Commands to a meeting from a page that holds no connection, with the face of those in the room: one form serves both.
import { useState } from 'react'
import { newId } from '../../../../lib/newId.ts'
import { isPassing, type Problem, problemOf } from '../../../../lib/problem.ts'
import { type GivenCommand, giveCommand } from '../../../account/api/giveCommand.ts'
import type { RoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'

/** What is meant now must not take effect later than the person expects, as in the room. */
const VALID_MS = 20_000

interface GivenCommandDeps {
  /** The server's clock, ms. */
  now(): number
  /** What is to be looked at anew afterwards, also after a refusal. */
  given(): Promise<unknown>
}

export function useGivenCommand(meetingId: string, { now, given }: GivenCommandDeps): RoomCommand {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  /** The one that got no answer: the same again is given under its id, so that it takes effect once. */
  const [unanswered, setUnanswered] = useState<GivenCommand | null>(null)
  const run: RoomCommand['run'] = async (type, payload = {}) => {
    const same = unanswered?.type === type && JSON.stringify(unanswered.payload) === JSON.stringify(payload)
    const validUntil = new Date(now() + VALID_MS).toISOString()
    const command = same ? unanswered : { id: newId(), type, streamId: meetingId, payload, validUntil }
    setBusy(true)
    setRefusal(null)
    try {
      await giveCommand(command)
      setUnanswered(null)
      return true
    } catch (error) {
      setUnanswered(isPassing(error) ? command : null)
      setRefusal(problemOf(error))
      return false
    } finally {
      await given()
      setBusy(false)
    }
  }
  return { busy, refusal, dismiss: () => setRefusal(null), run }
}
