// Where the counting of paper ballots is, as the chair sees it: figures only once two tellers agree.
import { findInRoll } from '@hoi-truong/shared/meeting'
import type { PaperStanding, Poll } from '@hoi-truong/shared/voting'
import { useWords } from '../../../../i18n/index.ts'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import classes from './Lead.module.css'
import { PaperFiguresList } from './PaperFiguresList.tsx'

export function PaperState({ poll, paper }: { poll: Poll; paper: PaperStanding | null }) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const nameOf = (memberId: string | null | undefined) => (memberId && findInRoll(meeting, memberId)?.name) || ''
  const state = paper?.confirmedBy ? 'confirmed' : paper && paper.revision > 0 ? 'entered' : 'none'
  return (
    <div className={classes.standing} data-testid="paper-state" data-state={state}>
      <p>{t('polling.paper_running')}</p>
      <p className={classes.soft}>
        {t('polling.paper_tellers', { names: poll.question.tellerIds.map(nameOf).join(', ') })}
      </p>
      <p className={classes.title} role="status">
        {state === 'none' && t('polling.paper_none')}
        {state === 'entered' && t('polling.paper_entered', { name: nameOf(paper?.enteredBy) })}
        {state === 'confirmed' &&
          t('polling.paper_confirmed', { entered: nameOf(paper?.enteredBy), confirmed: nameOf(paper?.confirmedBy) })}
      </p>
      {state === 'confirmed' && paper?.count && <PaperFiguresList question={poll.question} count={paper.count} />}
    </div>
  )
}
