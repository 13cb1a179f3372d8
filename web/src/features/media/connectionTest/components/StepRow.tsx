// One step: its name, how it stands in a sign and a word, and beneath it what that means and what to do.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
  IconLoader2,
  IconPlayerStop,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { LevelMeter } from '../../components/LevelMeter.tsx'
import { VideoView } from '../../components/VideoView.tsx'
import type { Live } from '../connectionTest.ts'
import { isOutcome, type StepId, type StepResult } from '../steps.ts'
import { outcomeInWords, stateWords, stepWords } from '../words.ts'
import classes from './ConnectionTest.module.css'

const signs = {
  waiting: IconCircleDashed,
  running: IconLoader2,
  good: IconCircleCheck,
  poor: IconAlertTriangle,
  failed: IconCircleX,
  aborted: IconPlayerStop,
  notSetUp: IconCircleMinus,
} as const satisfies Record<StepResult['state'], unknown>

export function StepRow({ step, result, live }: { step: StepId; result: StepResult; live: Live }) {
  const { t, language } = useWords()
  const Sign = signs[result.state]
  const row = useRef<HTMLLIElement>(null)
  const asksSomebody = result.state === 'running' && (live.microphone !== null || live.camera !== null)
  useEffect(() => {
    // Where the person is to speak or to look must be on the screen of a phone too.
    if (asksSomebody) row.current?.scrollIntoView({ block: 'center' })
  }, [asksSomebody])
  return (
    <li
      ref={row}
      className={classes.step}
      data-testid="connection-test-step"
      data-step={step}
      data-state={result.state}
      data-reason={isOutcome(result) ? result.reason : undefined}
      aria-current={result.state === 'running' ? 'step' : undefined}
    >
      <Sign className={classes.sign} aria-hidden />
      <div className={classes.words}>
        <p className={classes.name}>
          <span>{t(stepWords[step])}</span>
          <strong className={classes.state}>{t(stateWords[result.state])}</strong>
        </p>
        {isOutcome(result) && <p className={classes.detail}>{outcomeInWords(result, t, language)}</p>}
        {result.state === 'running' && step === 'microphone' && live.microphone && (
          <div className={classes.live}>
            <p>{t('connectiontest.speak')}</p>
            <LevelMeter track={live.microphone} />
          </div>
        )}
        {result.state === 'running' && step === 'camera' && live.camera && (
          <div className={classes.live}>
            <p>{t('connectiontest.look')}</p>
            <VideoView className={classes.picture} track={live.camera} mirrored label={t('device.preview')} />
          </div>
        )}
      </div>
    </li>
  )
}
