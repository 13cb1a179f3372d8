// The one sentence that everybody waits for: "Tán thành 17/21 = 80,95%, quá một nửa: ĐƯỢC THÔNG QUA".
import type { Poll, PollOutcome } from '@hoi-truong/shared/voting'
import { IconCircleCheck, IconCircleX, IconListDetails } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { thresholdWords, verdictWords } from '../pollWords.ts'
import classes from './Result.module.css'

export function Verdict({ poll, outcome }: { poll: Poll; outcome: Pick<PollOutcome, 'tallies' | 'verdict'> }) {
  const { t, language } = useWords()
  const { question, frozen } = poll
  const { verdict, tallies } = outcome
  if (!frozen) return null
  const { threshold } = frozen
  const needed = threshold ? thresholdWords(t, threshold) : ''
  if (verdict.kind === 'opinion')
    return (
      <p className={classes.verdict} data-testid="poll-verdict" data-verdict="opinion">
        <IconListDetails aria-hidden />
        <span>{t('voting.figures_only')}</span>
      </p>
    )
  if (verdict.kind === 'election') {
    const count = verdict.elected.length
    return (
      <p className={classes.verdict} data-testid="poll-verdict" data-verdict="election" data-passed={count > 0}>
        {count > 0 ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
        <span>{t('voting.elected_of', { count, most: question.maxChoices, threshold: needed })}</span>
      </p>
    )
  }
  const { passed } = verdict
  return (
    <p className={classes.verdict} data-testid="poll-verdict" data-verdict="approval" data-passed={passed}>
      {passed ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
      <span>{verdictWords(t, language, { question, frozen, votes: tallies.for ?? 0, passed })}</span>
    </p>
  )
}
