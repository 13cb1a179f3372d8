// Why a camera or microphone does not open, from the browser's own error, so that each reason gets its own sentence.

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
