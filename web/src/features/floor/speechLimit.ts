// How long a speech may take: what the chair chooses from, and what was chosen last, on this device.

export const speechLimits = ['none', '180', '300', '600'] as const
export type SpeechLimit = (typeof speechLimits)[number]

const STORED = 'hoi-truong.speech-limit'

export const secondsOf = (limit: SpeechLimit): number | null => (limit === 'none' ? null : Number(limit))

/** Null for one that is not among the choices. */
export const limitOf = (seconds: number | null): SpeechLimit | null =>
  speechLimits.find((limit) => secondsOf(limit) === seconds) ?? null

export function rememberedLimit(storage: Pick<Storage, 'getItem'>): SpeechLimit {
  try {
    const stored = storage.getItem(STORED)
    return speechLimits.find((limit) => limit === stored) ?? 'none'
  } catch {
    return 'none'
  }
}

export function rememberLimit(storage: Pick<Storage, 'setItem'>, limit: SpeechLimit): void {
  try {
    storage.setItem(STORED, limit)
  } catch {
    // Private windows: chosen for as long as the page is open.
  }
}
