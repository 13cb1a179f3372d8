// Hoàn tác kết thúc from the record: a chair who has left the room's page, or loaded it anew, still finds it while there is time.
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { useNow } from '../../../lib/useNow.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { TakeBackClosing } from '../../meeting/components/TakeBackClosing.tsx'
import { useSendCommand } from '../hooks/useSendCommand.ts'

const VALID_MS = 20_000

export interface RecordTakeBackProps {
  meetingId: string
  meeting: MeetingState
  /** The server's clock when the page read the meeting, ISO 8601. */
  readAt: string
}

export function RecordTakeBack({ meetingId, meeting, readAt }: RecordTakeBackProps) {
  const send = useSendCommand(meetingId)
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const offsetMs = useMemo(() => Date.parse(readAt) - Date.now(), [readAt])
  const now = useNow() + offsetMs
  const takeBack = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      const validUntil = new Date(Date.now() + offsetMs + VALID_MS).toISOString()
      await send('meeting.reopen', {}, { validUntil, onSilence: () => setRefusal({ code: 'UNREACHABLE' }) })
      await navigate(`/meetings/${meetingId}/join`)
    } catch (error) {
      setRefusal(problemOf(error))
      setBusy(false)
    }
  }
  return (
    <>
      {refusal && <ProblemNotice problem={refusal} data-testid="command-refused" />}
      <TakeBackClosing meeting={meeting} now={now} busy={busy} onTakeBack={() => void takeBack()} />
    </>
  )
}
