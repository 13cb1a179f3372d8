// Votes in the room, for everybody: brings up what is on and what came out, keeps own votes on their way, and is the way to the ballot by keyboard.
// Stands in the room from the beginning, also while there is nothing to show: what is to be read out needs a place that was there before.
import { useEffect } from 'react'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useKeepVoting } from '../hooks/useOwnVotes.ts'
import { usePollNews } from '../hooks/usePollNews.ts'
import { usePollView } from '../hooks/usePollView.ts'
import { pollOnSheet, shownOf } from '../shownPolls.ts'
import { CancelledSheet } from './CancelledSheet.tsx'
import { ResultSheet } from './ResultSheet.tsx'
import { RunningSheet } from './RunningSheet.tsx'
import { VoteSaid } from './VoteSaid.tsx'

export function PollSheet() {
  const { voting, meeting } = useMeetingState()
  const { view, state } = usePollView()
  const said = usePollNews({ answers: true })
  useKeepVoting()
  const underWay = meeting.status === 'open'
  const running = underWay ? pollOnSheet(voting) : null
  const runningId = running?.question.pollId ?? null
  const { large } = shownOf(voting, state, underWay)

  useEffect(() => {
    if (runningId === null) return
    const pressed = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyB') return
      event.preventDefault()
      view.press('sheet')
      view.open(runningId)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [runningId, view])
  return (
    <>
      <p className="hidden-text" role="status" data-testid="poll-said">
        {said}
      </p>
      <p className="hidden-text" role="status">
        {running && <VoteSaid poll={running} />}
      </p>
      {large?.kind === 'running' && <RunningSheet key={large.poll.question.pollId} poll={large.poll} />}
      {large?.kind === 'cancelled' && <CancelledSheet poll={large.poll} />}
      {large?.kind === 'result' && <ResultSheet key={large.poll.question.pollId} poll={large.poll} />}
    </>
  )
}
