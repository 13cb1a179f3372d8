// Kiểm tra kết nối: what is tried, step by step, and what it comes to. Needs no meeting.
import { Button } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useStore } from 'zustand'
import { useWords } from '../../../../i18n/index.ts'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { MemberFrame } from '../../../account/components/MemberFrame.tsx'
import { ConnectionTest } from '../connectionTest.ts'
import { realProbes } from '../realProbes.ts'
import { stepIds } from '../steps.ts'
import { stepWords } from '../words.ts'
import { Conclusion } from './Conclusion.tsx'
import classes from './ConnectionTest.module.css'
import { StepRow } from './StepRow.tsx'

export function ConnectionTestPage() {
  const { t } = useWords()
  const [address] = useSearchParams()
  const meetingId = address.get('meeting')
  const [test] = useState(() => new ConnectionTest(realProbes()))
  const { phase, results, live } = useStore(test.store)
  const [endedAt, setEndedAt] = useState('')

  useEffect(() => {
    const stop = () => test.stop()
    // Also when the page is put aside and may come back from the browser's memory.
    addEventListener('pagehide', stop)
    return () => {
      removeEventListener('pagehide', stop)
      stop()
    }
  }, [test])
  useEffect(() => {
    if (phase === 'done' || phase === 'stopped') setEndedAt(new Date().toISOString())
  }, [phase])

  const current = stepIds.findIndex((step) => results[step].state === 'running')
  const step = stepIds[current]
  const ended = (phase === 'done' || phase === 'stopped') && endedAt !== ''
  return (
    <MemberFrame>
      <PageHeading>{t('connectiontest.title')}</PageHeading>
      <div className={classes.lead}>
        <p>{t('connectiontest.lead')}</p>
        {phase === 'idle' && <p>{t('connectiontest.asks')}</p>}
      </div>
      {/* Stands there from the beginning, so that what comes into it is read out. */}
      <p className={classes.now} role="status" data-testid="connection-test" data-phase={phase}>
        {step && t('connectiontest.now', { step: t(stepWords[step]), number: current + 1, count: stepIds.length })}
      </p>
      {ended && <Conclusion results={results} endedAt={endedAt} />}
      <div className={classes.actions}>
        {phase === 'running' ? (
          <Button
            size="lg"
            variant="default"
            leftSection={<IconPlayerStop aria-hidden />}
            onClick={() => test.stop()}
            data-testid="connection-test-stop"
          >
            {t('connectiontest.stop')}
          </Button>
        ) : (
          <Button
            size="lg"
            leftSection={phase === 'idle' ? <IconPlayerPlay aria-hidden /> : <IconRefresh aria-hidden />}
            onClick={() => void test.start()}
            data-testid="connection-test-start"
          >
            {t(phase === 'idle' ? 'connectiontest.start' : 'connectiontest.again')}
          </Button>
        )}
      </div>
      <section aria-labelledby="connection-test-steps">
        <h2 id="connection-test-steps">{t('connectiontest.steps')}</h2>
        <ol className={classes.steps}>
          {stepIds.map((id) => (
            <StepRow key={id} step={id} result={results[id]} live={live} />
          ))}
        </ol>
      </section>
      <Link
        to={meetingId === null ? '/' : `/meetings/${encodeURIComponent(meetingId)}/join`}
        className={classes.back}
        data-testid="connection-test-back"
      >
        {t(meetingId === null ? 'common.back' : 'connectiontest.back_to_meeting')}
      </Link>
    </MemberFrame>
  )
}
