// Why a camera or microphone does not open, from the browser's own error, so that each reason gets its own sentence.
import type { MessageKey } from '@hoi-truong/shared/i18n'

export type DeviceTrouble = 'refused' | 'missing' | 'inUse' | 'failed' | 'insecure'
export type DeviceKind = 'camera' | 'microphone'

const byName: Record<string, DeviceTrouble> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'inUse',
  AbortError: 'inUse',
}

export const troubleOf = (error: unknown): DeviceTrouble => byName[(error as Error | undefined)?.name ?? ''] ?? 'failed'

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
