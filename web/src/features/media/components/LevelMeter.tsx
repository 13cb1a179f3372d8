// The microphone's level: a bar that follows the voice, and the same in words.
import { IconMicrophone } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { useMicrophoneLevel } from '../hooks/useMicrophoneLevel.ts'
import classes from './DeviceCheck.module.css'

const STEPS = 20

export function LevelMeter({ track }: { track: MediaStreamTrack | null }) {
  const { t } = useWords()
  const { level, heard } = useMicrophoneLevel(track)
  return (
    <div className={classes.level}>
      <div className={classes.levelRow}>
        <IconMicrophone aria-hidden />
        <div className={classes.meter} data-testid="device-microphone-level" data-level={level}>
          <meter className="hidden-text" aria-label={t('device.level')} min={0} max={100} value={level} />
          {Array.from({ length: STEPS }, (_, step) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a scale have no other name
            <span key={step} data-lit={level > (step * 100) / STEPS} aria-hidden />
          ))}
        </div>
      </div>
      <p>{t(track ? (heard ? 'device.level_heard' : 'device.level_speak') : 'device.level_off')}</p>
    </div>
  )
}
