// End-to-end tests: the whole system, started by the tests themselves (e2e/support/system.ts), in a real Chromium.
import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './e2e/support/chromium.ts'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/global.setup.ts',
  outputDir: 'test-results/e2e',
  // Each worker has a system of its own on ports of its own: what one test kills, the other's does not miss. Most of a test is waiting
  // for people's devices; two at a time fill two cores.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    permissions: ['camera', 'microphone'],
    // The pages themselves at each step; a film of them costs a quarter of the machine.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: chromiumLaunch,
  },
})
