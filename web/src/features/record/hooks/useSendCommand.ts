// A command from the record page, which holds no connection: over HTTP, and then the page reads the meeting again.
import type { CommandType } from '@hoi-truong/shared/streams'
import { useQueryClient } from '@tanstack/react-query'
import { newId } from '../../../lib/newId.ts'
import { session } from '../../account/api/session.ts'

/** `validUntil` (ISO 8601) for commands that must not take effect later than the person expects. */
type SendCommand = (type: CommandType, payload: object, validUntil?: string) => Promise<void>

export function useSendCommand(meetingId: string): SendCommand {
  const answers = useQueryClient()
  return async (type, payload, validUntil) => {
    const body = { id: newId(), type, streamId: meetingId, payload, validUntil }
    await session.request('/commands', { method: 'POST', body })
    await answers.invalidateQueries({ queryKey: ['meeting', meetingId] })
  }
}
