// How many have voted; how, only where the chair chose so before the beginning. In words, with a bar beside them.
import type { PollProgress, PollQuestion } from '@hoi-truong/shared/voting'
import { useWords } from '../../../i18n/index.ts'
import { ballotOf } from '../pollWords.ts'
import classes from './Poll.module.css'

export interface ProgressProps {
  question: PollQuestion
  progress: Pick<PollProgress, 'voted' | 'of' | 'tallies'>
}

export function Progress({ question, progress: { voted, of, tallies } }: ProgressProps) {
  const { t } = useWords()
  if (question.method === 'paper') return null
  const key = question.method === 'electronic' ? 'voting.progress_taken' : 'voting.progress'
  const so = (tallies: Readonly<Record<string, number>>) =>
    ballotOf(t, question)
      .map(({ id, words }) => t('voting.tally', { option: words, count: tallies[id] ?? 0 }))
      .join(', ')
  return (
    <div className={classes.progress} data-testid="poll-progress" data-voted={voted} data-of={of}>
      <p>{t(key, { voted, of })}</p>
      <span
        className={classes.bar}
        aria-hidden
        style={{ '--share': of === 0 ? 0 : voted / of } as React.CSSProperties}
      />
      {tallies && question.showTallies && (
        <p data-testid="poll-tallies">{t('voting.tallies_now', { tallies: so(tallies) })}</p>
      )}
    </div>
  )
}
