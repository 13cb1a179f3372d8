// Something that lasts: looks again and again until the time is over, and fails at the first look that fails.
import { expect } from '@playwright/test'

export async function throughout(seconds: number, look: () => Promise<void>): Promise<void> {
  const end = performance.now() + seconds * 1000
  await expect
    .poll(
      async () => {
        await look()
        return performance.now() >= end
      },
      { timeout: (seconds + 30) * 1000, intervals: [1_000], message: `${seconds} s of it` },
    )
    .toBe(true)
}
