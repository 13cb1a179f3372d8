// `import { test, expect } from './support/fixtures.ts'`: tests that ask for `system` share one for the whole run; a test
// that breaks things, or needs a fresh database, starts its own with startSystem().
import { test as base } from '@playwright/test'
import { type RunningSystem, startSystem } from './system.ts'

export const test = base.extend<object, { system: RunningSystem }>({
  system: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
    async ({}, use) => {
      const system = await startSystem()
      await use(system)
      await system.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

export { expect } from '@playwright/test'
