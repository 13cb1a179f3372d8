// `npm start`: from a bare clone to a running system, in steps that are skipped when they are done.
import path from 'node:path'
import { installDependencies } from './bring-up/dependencies.mjs'
import { checkNode24 } from './bring-up/node24.mjs'
import { findLanAddress } from './lan/addresses.mjs'
import { lanEnvironment, planLan, refuseOtherCertificates } from './lan/lan.mjs'
import { helpText, parseOptions } from './lib/options.mjs'
import { explain, Problem } from './lib/problem.mjs'
import { cacheFolder, dataFolder } from './lib/project.mjs'
import { formatTime, Steps } from './lib/steps.mjs'
import { untilAskedToStop } from './lib/stopping.mjs'
import { publicUrl } from './system/definitions.mjs'
import { lockDataFolder } from './system/lock.mjs'
import { choosePorts, signalingPort } from './system/ports.mjs'

const options = {
  fresh: 'begin with an empty demo database (embedded PostgreSQL only)',
  lan: 'serve the local network by HTTPS, so that phones can join with camera and microphone',
  help: 'show this and end',
}

/** @type {[string, string][]} */
const variables = [
  ['PORT', 'where the system is found, 4000'],
  ['LAN_ADDRESS', 'with --lan: the address to use, where this machine has several'],
  ['DATABASE_URL', 'a PostgreSQL server (15 or later) to use in place of the embedded one'],
  ['DEMO_PASSWORD', 'password of the demo accounts, else one is made for this copy of the project'],
]

async function main() {
  const { fresh, lan: forLan, help } = parseOptions(process.argv.slice(2), options)
  if (help) {
    console.log(
      helpText(
        'npm start',
        'Installs what is missing, starts the system and prints its address. Ctrl-C stops it.',
        options,
        variables,
      ),
    )
    return
  }
  if (fresh && process.env.DATABASE_URL)
    throw new Problem(
      '--fresh empties the embedded database only. Empty the one that DATABASE_URL names yourself, or unset DATABASE_URL.',
    )

  refuseOtherCertificates(process.env)
  const lan = forLan ? await lanOf(process.env) : undefined

  const start = performance.now()
  const unlock = lockDataFolder(dataFolder, publicUrl(signalingPort(process.env), lan))
  try {
    const { ports, moved } = await choosePorts(lan ? lanEnvironment(lan, process.env) : process.env)
    if (moved.length) console.log(`Some usual ports are taken or follow PORT, chosen instead: ${moved.join(', ')}`)
    await run(new Steps(), { ports, fresh, start, ...(lan ? { lan } : {}) })
  } finally {
    unlock()
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function lanOf(env) {
  const { address, others, own } = await findLanAddress(env)
  if (!own)
    console.log(`${address} is no address of this machine: people get in only if something in front passes it on.`)
  return planLan(address, { others, authorityFolder: path.join(cacheFolder, 'lan'), dataFolder })
}

/**
 * @typedef {{ ports: import('./system/ports.mjs').SystemPorts, fresh: boolean, start: number, lan?: import('./lan/lan.mjs').Lan }} Plan
 * @param {Steps} steps @param {Plan} plan
 */
async function run(steps, { ports, fresh, start, lan }) {
  await steps.run('dependencies', installDependencies)
  await steps.run('Node.js 24', checkNode24)
  // From here on the packages are there to be imported.
  const { provideWorker } = await import('./bring-up/worker.mjs')
  const { generatePrismaClient } = await import('./bring-up/prismaClient.mjs')
  const { buildWeb } = await import('./bring-up/web.mjs')
  const { System } = await import('./system/system.mjs')
  await steps.run('media worker', provideWorker)
  await steps.run('database client', generatePrismaClient)
  await steps.run('web app', buildWeb)

  const report = (/** @type {string} */ line) => console.log(`! ${line}`)
  const system = new System({ dataFolder, ports, report, ...(lan ? { lan } : {}) })
  const stopped = untilAskedToStop({ force: () => system.supervisor.killAll() })
  try {
    await Promise.race([bringUp(steps, system, fresh), stopped])
    if (stopped.asked) return
    announce(system, performance.now() - start)
    if (lan) await announceToLan(system.url, lan, ports)
    await stopped
  } finally {
    if (stopped.asked) console.log('\nStopping ...')
    await system.stop()
    stopped.dispose()
    if (stopped.asked) console.log('Stopped.')
  }
}

/** @param {Steps} steps @param {import('./system/system.mjs').System} system @param {boolean} fresh */
async function bringUp(steps, system, fresh) {
  await steps.run('database server', () => system.startDatabaseServer())
  await steps.run('database roles', () => system.provideRoles({ fresh }))
  await steps.run('database migrations', () => system.migrate())
  await steps.run('demo data', () => system.seed())
  if (system.lan) await steps.run('certificates', () => system.provideCertificates())
  await steps.run('signaling and media-server', () => system.startPrograms())
}

/** @param {import('./system/system.mjs').System} system @param {number} milliseconds */
function announce(system, milliseconds) {
  console.log(`
Ready: ${system.url}

  Started in ${formatTime(milliseconds)}. Logs: .data/logs. Ctrl-C stops everything.
  Demo accounts, all with the password ${system.demoPassword}
    MAU-00001                the branch secretary (bí thư)
    MAU-00002 to MAU-00025   members of the branch; 00023 and 00024 have no account yet
    MAU-90001                the commune's follower
    MAU-90002                an officer of the commune, who sees its branches month by month
    MAU-90003, MAU-90004     the same of the sibling commune, and of the province
    MAU-90009                the province's administrator, who imports lists
`)
}

/** @param {string} url @param {import('./lan/lan.mjs').Lan} lan @param {import('./system/ports.mjs').SystemPorts} ports */
async function announceToLan(url, lan, ports) {
  const { announceLan } = await import('./lan/announcement.mjs')
  console.log(announceLan(url, lan, { ports, colours: Boolean(process.stdout.isTTY) }))
}

try {
  await main()
} catch (error) {
  console.error(`\n${explain(error)}`)
  process.exitCode = 1
}
