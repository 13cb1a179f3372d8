// `npm test`: everything that is checked, from a bare clone. Goes on after a failure, so that one run shows all of them.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { installDependencies } from './bring-up/dependencies.mjs'
import { checkNode24, node24 } from './bring-up/node24.mjs'
import { countPlaywright, countReport, countVitest, sum } from './checks/counts.mjs'
import { tryCommand } from './lib/command.mjs'
import { helpText, parseOptions } from './lib/options.mjs'
import { explain, Problem } from './lib/problem.mjs'
import { inProject, toolEnvironment } from './lib/project.mjs'
import { did, Steps } from './lib/steps.mjs'

const options = { help: 'show this and end' }

/** @type {[string, string][]} */
const variables = [['CHROMIUM_PATH', 'the browser for the end-to-end tests, else the one on the path']]

/** Name of the step -> script in package.json. Each counts as one test. */
const checks = {
  types: 'types',
  'lint and format': 'lint',
  'length of files': 'file-length',
  'import rules': 'import-rules',
  'unused code': 'unused',
}

const reports = inProject('test-results')

async function main() {
  if (parseOptions(process.argv.slice(2), options).help) {
    const purpose = 'Installs what is missing and runs all checks and tests. Ends with “N passed, N failed”.'
    console.log(helpText('npm test', purpose, options, variables))
    return
  }
  const steps = new Steps()
  const counts = await prepare(steps).then(
    () => runAll(steps),
    (error) => {
      console.error(explain(error))
      return { passed: 0, failed: 1 }
    },
  )
  process.exitCode = counts.failed ? 1 : 0
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
}

/** @param {Steps} steps */
async function prepare(steps) {
  await steps.run('dependencies', installDependencies)
  await steps.run('Node.js 24', checkNode24)
  const { provideWorker } = await import('./bring-up/worker.mjs')
  const { generatePrismaClient } = await import('./bring-up/prismaClient.mjs')
  const { installChromium } = await import('./bring-up/chromium.mjs')
  const { installLanTestTools } = await import('./bring-up/lanTestTools.mjs')
  await steps.run('media worker', provideWorker)
  await steps.run('database client', generatePrismaClient)
  await steps.run('Chromium', installChromium)
  await steps.run('tools for the test of the local network', installLanTestTools)
}

/** @param {Steps} steps */
async function runAll(steps) {
  const { buildWeb } = await import('./bring-up/web.mjs')
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const counts = []
  for (const [name, script] of Object.entries(checks))
    counts.push(one(await steps.attempt(name, () => runScript(script))))

  const vitestReport = path.join(reports, 'vitest.json')
  const vitest = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  counts.push(
    await suite(steps, 'unit and integration tests', vitestReport, countVitest, () => runScript('vitest', vitest)),
  )

  const built = await steps.attempt('web app', buildWeb)
  counts.push(one(built))
  if (!built) {
    console.log('✗ end-to-end tests  not run without the web app')
    return sum(...counts)
  }
  const playwrightReport = path.join(reports, 'e2e.json')
  counts.push(
    // Minutes long: whoever waits sees each test as it ends.
    await suite(steps, 'end-to-end tests', playwrightReport, countPlaywright, () =>
      runScript('e2e', [], (line) => console.log(`  ${line}`)),
    ),
  )
  return sum(...counts)
}

/** @param {boolean} passed @returns {import('./checks/counts.mjs').Counts} */
const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 })

/**
 * @template T
 * @param {Steps} steps @param {string} name @param {string} report @param {(report: T) => import('./checks/counts.mjs').Counts} count
 * @param {() => Promise<unknown>} run
 */
async function suite(steps, name, report, count, run) {
  let counts = { passed: 0, failed: 1 }
  await steps.attempt(name, async () => {
    try {
      await run()
      counts = countReport(report, count, true)
    } catch (error) {
      counts = countReport(report, count, false)
      throw error
    }
    return did(`${counts.passed} passed, ${counts.failed} failed`)
  })
  return counts
}

/**
 * A script of package.json, as `npm run` does it but always with Node 24.
 * @param {string} name @param {string[]} [args] @param {(line: string) => void} [onLine]
 */
async function runScript(name, args = [], onLine) {
  const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
  const folders = [path.dirname(node24()), inProject('node_modules/.bin'), process.env.PATH]
  const env = {
    ...toolEnvironment(),
    PATH: folders.join(path.delimiter),
    // Playwright decides about colours by itself, and Node would warn about two that contradict.
    ...(name === 'e2e' ? { NO_COLOR: undefined } : {}),
  }
  const { code, output } = await tryCommand('sh', ['-c', `${scripts[name]} "$@"`, name, ...args], {
    env,
    ...(onLine ? { onLine } : {}),
  })
  if (code !== 0) throw new Problem(`Run it alone with: npm run ${name}`, onLine ? '' : output.slice(-20_000))
}

try {
  await main()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
