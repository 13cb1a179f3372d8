// The tellers' figures as they were entered.
import type { PaperCount, PollQuestion } from '@hoi-truong/shared/voting'
import { useWords } from '../../../../i18n/index.ts'
import { ballotOf } from '../../pollWords.ts'
import classes from './Lead.module.css'

export function PaperFiguresList({ question, count }: { question: PollQuestion; count: PaperCount }) {
  const { t } = useWords()
  const lines = [
    [t('vote.ballots_issued'), count.issued],
    [t('vote.ballots_collected'), count.returned],
    [t('vote.ballots_valid'), count.valid],
    [t('vote.ballots_invalid'), count.invalid],
    ...ballotOf(t, question).map(({ id, words }) => [words, count.tallies[id] ?? 0] as const),
  ] as const
  return (
    <dl className={classes.figures} data-testid="paper-figures">
      {lines.map(([words, figure]) => (
        <div key={words} style={{ display: 'contents' }}>
          <dt>{words}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
