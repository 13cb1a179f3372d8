// The one sentence that everybody waits for: "Tán thành 17/21 = 80,95%, quá một nửa: ĐƯỢC THÔNG QUA".
import { formatShare } from '@hoi-truong/shared/i18n'
import type { Poll, PollOutcome } from '@hoi-truong/shared/voting'
import { IconCircleCheck, IconCircleX, IconListDetails } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { optionWords, thresholdWords } from '../pollWords.ts'
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
  const votes = tallies.for ?? 0
  const { base } = frozen.base
  const { passed } = verdict
  return (
    <p className={classes.verdict} data-testid="poll-verdict" data-verdict="approval" data-passed={passed}>
      {passed ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
      <span>
        {t('voting.verdict', {
          option: optionWords(t, question, 'for'),
          share: t('voting.share_of', { votes, base, share: formatShare(votes, base, language) }),
          threshold: threshold ? thresholdWords(t, threshold, { missed: !passed }) : '',
          verdict: t(passed ? 'vote.passed' : 'vote.not_passed').toLocaleUpperCase(language),
        })}
      </span>
    </p>
  )
}
