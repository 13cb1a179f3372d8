// The sentence of each trouble: apart from the trouble itself, so that a page which opens devices and says nothing of them needs no words.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { DeviceKind, DeviceTrouble } from './deviceTrouble.ts'

export const troubleWords = {
  camera: {
    refused: 'device.camera_refused',
    missing: 'device.camera_missing',
    inUse: 'device.camera_in_use',
    failed: 'device.camera_failed',
    insecure: 'device.camera_insecure',
  },
  microphone: {
    refused: 'device.microphone_refused',
    missing: 'device.microphone_missing',
    inUse: 'device.microphone_in_use',
    failed: 'device.microphone_failed',
    insecure: 'device.microphone_insecure',
  },
} as const satisfies Record<DeviceKind, Record<DeviceTrouble, MessageKey>>
