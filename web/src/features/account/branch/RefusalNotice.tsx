// Why something about an account was not done.
import { useWords } from '../../../i18n/index.ts'
import { type Problem, sentenceOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'

export function RefusalNotice({ problem, testId }: { problem: Problem; testId: string }) {
  const { t } = useWords()
  return (
    <Notice tone="trouble" urgent title={t('account.refused')} data-testid={testId}>
      <p>{t(...sentenceOf(problem))}</p>
    </Notice>
  )
}
