// The card with a result, for everybody, as it is announced; there until the person closes it.
import type { Poll } from '@hoi-truong/shared/voting'
import { useWords } from '../../../i18n/index.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useHall } from '../hooks/useHall.ts'
import { usePollView } from '../hooks/usePollView.ts'
import { resultWords } from '../pollWords.ts'
import { OwnVoteFate } from './OwnVoteFate.tsx'
import classes from './Poll.module.css'
import { PollResult } from './PollResult.tsx'
import { Receipt } from './Receipt.tsx'
import { Sheet } from './Sheet.tsx'

const testIds = { sheet: 'result-card', close: 'result-close' }

export function ResultSheet({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const { meeting } = useMeetingState()
  const { view, state } = usePollView()
  const hall = useHall()
  const { question, outcome } = poll
  if (!outcome) return null
  const others = state.results.length - 1
  return (
    <Sheet
      kind={t(resultWords(question))}
      title={question.title}
      hall={hall}
      pressed={() => view.wasPressed('result')}
      onClose={() => view.closeResult(question.pollId)}
      testIds={testIds}
      pollId={question.pollId}
    >
      <OwnVoteFate poll={poll} />
      <PollResult poll={poll} outcome={outcome} meeting={meeting} memberId={memberId}>
        {outcome.secret && <Receipt poll={poll} />}
      </PollResult>
      {others > 0 && <p className={classes.soft}>{t('voting.more_results', { count: others })}</p>}
    </Sheet>
  )
}
