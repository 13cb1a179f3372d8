// A command from the record page, which holds no connection: over HTTP until it is answered, and then the page reads the meeting again.
import type { CommandType } from '@hoi-truong/shared/streams'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { newId } from '../../../lib/newId.ts'
import { untilAnswered } from '../../../lib/untilAnswered.ts'
import { giveCommand } from '../../account/api/giveCommand.ts'

interface Sending {
  /** ISO 8601, for commands that must not take effect later than the person expects. */
  validUntil?: string
  /** Told at each try that nobody answered; it is tried again. */
  onSilence?(): void
}

type SendCommand = (type: CommandType, payload: object, sending?: Sending) => Promise<void>

export function useSendCommand(meetingId: string): SendCommand {
  const answers = useQueryClient()
  const page = useRef(new AbortController())
  useEffect(() => {
    const here = new AbortController()
    page.current = here
    return () => here.abort()
  }, [])
  return async (type, payload, { validUntil, onSilence = () => undefined } = {}) => {
    const command = { id: newId(), type, streamId: meetingId, payload, validUntil }
    await untilAnswered(() => giveCommand(command), page.current.signal, onSilence)
    await answers.invalidateQueries({ queryKey: ['meeting', meetingId] })
  }
}
