// Makes one product and ends: for images, whose stages need one each. `npm start` makes all that is missing by itself.
import { helpText, parseOptions } from './lib/options.mjs'
import { explain, Problem } from './lib/problem.mjs'
import { Steps } from './lib/steps.mjs'

const options = {
  worker: 'the media worker (as root it installs what building takes)',
  'database-client': "signaling's database client",
  web: 'the web app',
  help: 'show this and end',
}

async function main() {
  const asked = parseOptions(process.argv.slice(2), options)
  if (asked.help) {
    console.log(
      helpText('node scripts/build.mjs', 'Makes what is asked for. The npm packages have to be there.', options, []),
    )
    return
  }
  if (!Object.values(asked).includes(true)) throw new Problem('Say what to make: --worker, --database-client or --web.')
  const steps = new Steps()
  if (asked.worker) await steps.run('media worker', (await import('./bring-up/worker.mjs')).provideWorker)
  if (asked['database-client'])
    await steps.run('database client', (await import('./bring-up/prismaClient.mjs')).generatePrismaClient)
  if (asked.web) await steps.run('web app', (await import('./bring-up/web.mjs')).buildWeb)
}

try {
  await main()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
