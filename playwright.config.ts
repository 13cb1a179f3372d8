// End-to-end tests: the whole system, started by the tests themselves (e2e/support/system.ts), in a real Chromium.
import { defineConfig } from '@playwright/test'
import { voiceFile } from './e2e/support/voice.ts'
import { findChromium } from './scripts/bring-up/chromium.mjs'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/global.setup.ts',
  outputDir: 'test-results/e2e',
  // One at a time: three browsers and a media worker fill the machine, and tests kill processes.
  workers: 1,
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
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        // Chromium's own beep is too short for anybody to count as speaking.
        `--use-file-for-fake-audio-capture=${voiceFile}`,
        '--autoplay-policy=no-user-gesture-required',
        // Loopback candidates: without it Chromium hides local addresses behind mDNS names that nobody answers here.
        '--disable-features=WebRtcHideLocalIpsWithMdns',
        // Chromium's sandbox needs user namespaces, which root in a container does not have.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
