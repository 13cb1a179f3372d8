// Votes in the room, for everybody: brings up what is on and what came out, keeps own votes on their way, and is the way to the ballot by keyboard.
// Stands in the room from the beginning, also while there is nothing to show: what is to be read out needs a place that was there before.
import { findPoll } from '@hoi-truong/shared/voting'
import { useEffect } from 'react'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useKeepVoting } from '../hooks/useOwnVotes.ts'
import { usePollNews } from '../hooks/usePollNews.ts'
import { usePollView } from '../hooks/usePollView.ts'
import { pollOnSheet } from '../shownPolls.ts'
import { CancelledSheet } from './CancelledSheet.tsx'
import { ResultSheet } from './ResultSheet.tsx'
import { RunningSheet } from './RunningSheet.tsx'
import { VoteSaid } from './VoteSaid.tsx'

export function PollSheet() {
  const { voting, meeting } = useMeetingState()
  const { view, state } = usePollView()
  const said = usePollNews({ answers: true })
  useKeepVoting()
  const running = meeting.status === 'open' ? pollOnSheet(voting) : null
  const runningId = running?.question.pollId ?? null
  const small = runningId !== null && state.small.has(runningId)
  const result = state.large === null ? undefined : findPoll(voting, state.large)
  const cancelled = state.cancelled === null ? undefined : findPoll(voting, state.cancelled)

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
  const shown = () => {
    // What can still be answered comes before what is only read.
    if (running?.stage === 'open' && !small) return <RunningSheet key={runningId} poll={running} />
    if (cancelled) return <CancelledSheet poll={cancelled} />
    if (result?.outcome) return <ResultSheet key={state.large} poll={result} />
    return running && !small ? <RunningSheet key={runningId} poll={running} /> : null
  }
  return (
    <>
      <p className="hidden-text" role="status" data-testid="poll-said">
        {said}
      </p>
      <p className="hidden-text" role="status">
        {running && <VoteSaid poll={running} />}
      </p>
      {shown()}
    </>
  )
}
