// What it comes to, in one sentence; what to do first; and the result as text, for whoever helps from afar.
import { formatDateTime } from '@hoi-truong/shared/i18n'
import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { isOutcome, type Results } from '../steps.ts'
import { firstToDo, type Verdict, verdictOf } from '../verdict.ts'
import { outcomeInWords, resultAsText, stepWords, verdictWords } from '../words.ts'
import classes from './ConnectionTest.module.css'

const tones = {
  full: 'good',
  voice: 'info',
  unheard: 'info',
  listen: 'info',
  follow: 'trouble',
  none: 'trouble',
  unfinished: 'info',
} as const satisfies Record<Verdict, string>

export function Conclusion({ results, endedAt }: { results: Results; endedAt: string }) {
  const { t, language } = useWords()
  const [copied, setCopied] = useState<'not yet' | 'done' | 'refused'>('not yet')
  const whole = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Not its value: newer browsers answer with a promise, which React would take for what is to be done at the end.
    whole.current?.scrollIntoView({ block: 'center' })
  }, [])
  const verdict = verdictOf(results)
  const first = firstToDo(results)
  const advice = first && results[first]
  const text = resultAsText(results, {
    t,
    language,
    when: formatDateTime(endedAt, language),
    browser: navigator.userAgent,
  })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('done')
    } catch {
      setCopied('refused')
    }
  }
  return (
    <>
      <div ref={whole} data-testid="connection-test-verdict" data-verdict={verdict}>
        <Notice tone={tones[verdict]} urgent>
          <p className={classes.verdict}>{t(verdictWords[verdict])}</p>
          {first && advice && isOutcome(advice) && (
            <p data-testid="connection-test-first">
              <strong>{t('connectiontest.first', { step: t(stepWords[first]) })}.</strong>{' '}
              {outcomeInWords(advice, t, language)}
            </p>
          )}
        </Notice>
      </div>
      <div className={classes.copy}>
        <Button
          size="lg"
          variant="default"
          leftSection={<IconCopy aria-hidden />}
          onClick={() => void copy()}
          data-testid="connection-test-copy"
        >
          {t('connectiontest.copy')}
        </Button>
        {copied === 'done' && <p role="status">{t('connectiontest.copied')}</p>}
        {copied === 'refused' && (
          <div role="status">
            <p>{t('connectiontest.copy_self')}</p>
            <pre className={classes.text}>{text}</pre>
          </div>
        )}
      </div>
    </>
  )
}
