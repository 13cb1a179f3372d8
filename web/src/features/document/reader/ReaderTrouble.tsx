// What stands where a document should: why it does not, and the way on.
import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { type Problem, sentenceOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import classes from './Reader.module.css'

interface ReaderTroubleProps {
  /** Null: it came, but cannot be shown. */
  problem: Problem | null
  onRetry(): void
}

export function ReaderTrouble({ problem, onRetry }: ReaderTroubleProps) {
  const { t } = useWords()
  return (
    <div className={classes.word}>
      <Notice tone="trouble" urgent data-testid="reader-trouble">
        {problem ? (
          <p data-code={problem.code}>{t(...sentenceOf(problem))}</p>
        ) : (
          <>
            <p>{t('document.failed')}</p>
            <p>{t('document.failed_next')}</p>
          </>
        )}
        <Button size="md" onClick={onRetry} data-testid="reader-retry">
          {t('document.retry')}
        </Button>
      </Notice>
    </div>
  )
}

/** Above what is already there to be read. */
export function WaitingForNetwork() {
  const { t } = useWords()
  return (
    <p className={classes.waiting} role="status" data-testid="reader-waiting">
      {t('document.waiting_network')}
    </p>
  )
}
