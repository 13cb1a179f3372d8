// The person's own sound and picture as the room's buttons see them.
import { useState } from 'react'
import type { DeviceKind, DeviceTrouble } from '../../media/devices/deviceTrouble.ts'
import { troubleWords } from '../../media/devices/troubleWords.ts'
import { localDevices, useLocalDevices } from '../../media/hooks/useLocalDevices.ts'

const quiet = new Set<string>(['off', 'asking', 'on'])

export function useOwnSound() {
  const camera = useLocalDevices((state) => state.camera)
  const microphone = useLocalDevices((state) => state.microphone)
  const muted = useLocalDevices((state) => state.muted)
  // What could not be opened at the device check was said there; here only what was pressed here.
  const [pressed, setPressed] = useState<DeviceKind | null>(null)
  const soundOn = microphone.track !== null && !muted
  const pictureOn = camera.track !== null

  const toggleSound = async () => {
    if (microphone.track) return localDevices.setMuted(!muted)
    setPressed('microphone')
    localDevices.setMuted(false)
    await localDevices.open('microphone')
  }
  const togglePicture = async () => {
    if (pictureOn) return localDevices.close('camera')
    setPressed('camera')
    await localDevices.open('camera')
  }
  const state = pressed === null ? 'off' : (pressed === 'camera' ? camera : microphone).state
  const trouble = pressed === null || quiet.has(state) ? null : troubleWords[pressed][state as DeviceTrouble]
  return { soundOn, pictureOn, trouble, toggleSound, togglePicture, dismiss: () => setPressed(null) }
}
