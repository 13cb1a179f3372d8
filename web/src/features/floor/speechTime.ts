// How much of a speech's time is left, by the server's clock: what the countdown shows and when it turns amber.
import type { Speech } from '@hoi-truong/shared/floor'

/** Seconds before the end from which on the countdown warns. */
const SOON_SECONDS = 30

export interface SpeechTime {
  /** `free`: without a limit. */
  stage: 'free' | 'running' | 'soon' | 'over'
  /** `free`: since it began; `over`: since its time ran out; else: until then. Whole seconds as ms. */
  ms: number
}

/** @param now ms since 1970, the server's clock */
export function speechTime(
  { startedAt, limitSeconds }: Pick<Speech, 'startedAt' | 'limitSeconds'>,
  now: number,
): SpeechTime {
  const spent = Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1000))
  if (limitSeconds === null) return { stage: 'free', ms: spent * 1000 }
  const left = limitSeconds - spent
  if (left <= 0) return { stage: 'over', ms: (spent - limitSeconds) * 1000 }
  return { stage: left <= SOON_SECONDS ? 'soon' : 'running', ms: left * 1000 }
}
