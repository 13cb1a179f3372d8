// Two kinds of tests: unit tests need nothing, integration tests (*.integration.test.ts) get a real PostgreSQL.
import { defineConfig } from 'vitest/config'

const tests = '{shared,media-server,signaling,web}/src/**/*.test.{ts,tsx}'
const scriptTests = 'scripts/**/*.test.{ts,mjs}'
const integrationTests = '{media-server,signaling}/src/**/*.integration.test.ts'
const integrationScriptTests = 'scripts/**/*.integration.test.{ts,mjs}'

export default defineConfig({
  test: {
    // The machine also serves PostgreSQL and media workers while tests run: more workers than cores make them wait.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: [tests, scriptTests],
          exclude: [integrationTests, integrationScriptTests, '**/node_modules/**'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'integration',
          include: [integrationTests, integrationScriptTests],
          environment: 'node',
          globalSetup: ['scripts/testing/postgres.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
