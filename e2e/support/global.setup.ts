// Makes what the tests start, so that running Playwright alone never tests yesterday's web app.
import { generatePrismaClient } from '../../scripts/bring-up/prismaClient.mjs'
import { buildWeb } from '../../scripts/bring-up/web.mjs'
import { provideWorker } from '../../scripts/bring-up/worker.mjs'
import { Steps } from '../../scripts/lib/steps.mjs'
import { writeVoice } from './voice.ts'

export default async function prepare(): Promise<void> {
  writeVoice()
  const steps = new Steps()
  await steps.run('media worker', provideWorker)
  await steps.run('database client', generatePrismaClient)
  if (process.env.E2E_WEB_DIST === undefined) await steps.run('web app', buildWeb)
}
