// Waits for a condition, for tests: no test sleeps for a time that someone once found long enough.
import { vi } from 'vitest'

export function until(condition: () => boolean): Promise<void> {
  return vi.waitUntil(condition, { timeout: 10_000, interval: 10 }).then(() => {})
}
