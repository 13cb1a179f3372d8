// mediasoup's worker, the program that forwards sound and picture: from the cache, else mediasoup's official binary,
// else built here. It goes where the npm package looks for it, so that nothing has to be set at run time.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { tryCommand } from '../lib/command.mjs'
import { Problem } from '../lib/problem.mjs'
import { cacheFolder, inProject } from '../lib/project.mjs'
import { hashOf, isStamped, stamp } from '../lib/stamp.mjs'
import { did, upToDate } from '../lib/steps.mjs'
import { buildWorker } from '../mediasoup-worker/build.mjs'
import { requireSystemPackages } from './systemPackages.mjs'

const mediasoup = inProject('node_modules/mediasoup')
const target = path.join(mediasoup, 'worker/out/Release/mediasoup-worker')

/** @param {(text: string) => void} say */
export async function provideWorker(say) {
  const named = process.env.MEDIASOUP_WORKER_BIN
  if (named) {
    if (runs(named)) return upToDate(`MEDIASOUP_WORKER_BIN names ${named}`)
    throw new Problem(`MEDIASOUP_WORKER_BIN names ${named}, which is not a mediasoup-worker that runs here.`)
  }
  const { version } = JSON.parse(readFileSync(path.join(mediasoup, 'package.json'), 'utf8'))
  const recipe = ['CMakeLists.txt', 'shims', 'build.mjs', 'srtpSources.mjs'].map((name) =>
    inProject('scripts/mediasoup-worker', name),
  )
  const hash = hashOf(recipe, version, process.platform, process.arch)
  if (isStamped(path.dirname(target), hash) && runs(target)) return upToDate(version)

  mkdirSync(path.dirname(target), { recursive: true })
  const cached = path.join(cacheFolder, `mediasoup-worker-${version}-${hash.slice(0, 16)}`)
  const source = await obtain(cached, say)
  stamp(path.dirname(target), hash)
  return did(`${version}, ${source}`)
}

/** @param {string} cached @param {(text: string) => void} say @returns {Promise<string>} where it came from */
async function obtain(cached, say) {
  if (runs(cached)) {
    place(cached, target)
    return 'from the cache'
  }
  // One that somebody else put there is not what the cache should keep under this name.
  rmSync(target, { force: true })
  say('asking for the official binary')
  let source = 'the official binary'
  if (!(await downloadOfficial())) {
    source = 'built from source'
    await buildWorker({
      mediasoup,
      target,
      say,
      requirePackages: (packages) => requireSystemPackages('Building the media worker', packages, say),
    })
    if (!runs(target)) throw new Problem(`The media worker was built, but does not run: ${target}`)
  }
  mkdirSync(cacheFolder, { recursive: true })
  place(target, cached)
  return source
}

/** By mediasoup's own install script, which knows the address. */
async function downloadOfficial() {
  await tryCommand(process.execPath, ['npm-scripts.mjs', 'postinstall'], {
    cwd: mediasoup,
    // Without Python it gives up when there is no download, in place of fetching a build system and libraries.
    env: { ...process.env, PYTHON: 'false' },
    timeout: 60_000,
  })
  return runs(target)
}

/** Whole or not at all, as another start may look at the same moment. @param {string} from @param {string} to */
function place(from, to) {
  const unfinished = `${to}.${process.pid}`
  copyFileSync(from, unfinished)
  chmodSync(unfinished, 0o755)
  renameSync(unfinished, to)
}

/** Without MEDIASOUP_VERSION in its environment a worker that can run at all exits with 41. @param {string} binary */
function runs(binary) {
  return existsSync(binary) && spawnSync(binary, { env: {}, stdio: 'ignore', timeout: 10_000 }).status === 41
}
