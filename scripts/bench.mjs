// `npm run bench:NAME`: makes what is measured, as `npm start` does, and runs one benchmark of bench/ with Node 24.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installDependencies } from './bring-up/dependencies.mjs'
import { checkNode24, node24 } from './bring-up/node24.mjs'
import { explain, Problem } from './lib/problem.mjs'
import { inProject } from './lib/project.mjs'
import { Steps } from './lib/steps.mjs'

/** Those that look through a browser. */
const inBrowser = new Set(['join', 'failover', 'network', 'packets'])

async function main() {
  const [name = '', ...options] = process.argv.slice(2)
  const file = inProject(`bench/${name}.ts`)
  if (!/^[a-z]+$/.test(name) || !existsSync(file))
    throw new Problem(`There is no benchmark “${name}”. docs/benchmarks.md lists them.`)
  const steps = new Steps()
  await steps.run('dependencies', installDependencies)
  await steps.run('Node.js 24', checkNode24)
  const { provideWorker } = await import('./bring-up/worker.mjs')
  const { generatePrismaClient } = await import('./bring-up/prismaClient.mjs')
  const { buildWeb } = await import('./bring-up/web.mjs')
  const { installChromium } = await import('./bring-up/chromium.mjs')
  await steps.run('media worker', provideWorker)
  await steps.run('database client', generatePrismaClient)
  await steps.run('web app', buildWeb)
  if (inBrowser.has(name)) await steps.run('Chromium', installChromium)

  process.exitCode = spawnSync(node24(), [file, ...options], { stdio: 'inherit', cwd: inProject() }).status ?? 1
}

try {
  await main()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
