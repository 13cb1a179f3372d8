// The choice of devices, folded away: who has one of each never needs it.
import { Button, NativeSelect } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import type { DeviceName } from '../devices/localDevices.ts'
import { playTestSound } from '../devices/speakerTest.ts'
import { localDevices, useLocalDevices } from '../hooks/useLocalDevices.ts'
import classes from './DeviceCheck.module.css'

/** @param props `open`: for whom one of them has to be the right one, as before a site */
export function DeviceSelects({ open = false }: { open?: boolean }) {
  const { t } = useWords()
  const cameras = useLocalDevices((state) => state.cameras)
  const microphones = useLocalDevices((state) => state.microphones)
  const speakers = useLocalDevices((state) => state.speakers)
  const cameraId = useLocalDevices((state) => state.camera.track?.getSettings().deviceId ?? state.cameraId)
  const microphoneId = useLocalDevices((state) => state.microphone.track?.getSettings().deviceId ?? state.microphoneId)
  const speakerId = useLocalDevices((state) => state.speakerId)
  const [playing, setPlaying] = useState(false)

  const options = (devices: readonly DeviceName[]) =>
    devices.map(({ id, label }, index) => ({
      value: id,
      label: label || t('device.default_name', { number: index + 1 }),
    }))
  const playTest = async () => {
    setPlaying(true)
    await playTestSound(speakerId).catch(() => undefined)
    setPlaying(false)
  }
  return (
    <details className={classes.selects} open={open}>
      <summary>{t('device.settings')}</summary>
      <div className={classes.selectList}>
        {cameras.length > 0 && (
          <NativeSelect
            size="lg"
            label={t('device.camera')}
            data={options(cameras)}
            value={cameraId ?? ''}
            onChange={(event) => void localDevices.choose('camera', event.currentTarget.value)}
            data-testid="device-camera-select"
          />
        )}
        {microphones.length > 0 && (
          <NativeSelect
            size="lg"
            label={t('device.microphone')}
            data={options(microphones)}
            value={microphoneId ?? ''}
            onChange={(event) => void localDevices.choose('microphone', event.currentTarget.value)}
            data-testid="device-microphone-select"
          />
        )}
        {speakers.length > 0 && (
          <NativeSelect
            size="lg"
            label={t('device.speaker')}
            data={options(speakers)}
            value={speakerId ?? ''}
            onChange={(event) => localDevices.chooseSpeaker(event.currentTarget.value)}
            data-testid="device-speaker-select"
          />
        )}
        <Button
          size="lg"
          variant="default"
          leftSection={<IconVolume aria-hidden />}
          onClick={() => void playTest()}
          disabled={playing}
          data-testid="device-speaker-test"
        >
          {t(playing ? 'device.speaker_playing' : 'device.speaker_play')}
        </Button>
      </div>
    </details>
  )
}
