// A command from the record page, which holds no connection: over HTTP, and then the page reads the meeting again.
import type { CommandType } from '@hoi-truong/shared/streams'
import { useQueryClient } from '@tanstack/react-query'
import { newId } from '../../../lib/newId.ts'
import { session } from '../../account/api/session.ts'

export function useSendCommand(meetingId: string): (type: CommandType, payload: object) => Promise<void> {
  const answers = useQueryClient()
  return async (type, payload) => {
    await session.request('/commands', { method: 'POST', body: { id: newId(), type, streamId: meetingId, payload } })
    await answers.invalidateQueries({ queryKey: ['meeting', meetingId] })
  }
}
