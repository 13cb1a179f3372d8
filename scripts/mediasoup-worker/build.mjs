// Builds mediasoup-worker from the sources inside the npm package (see README.md).
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { lastLines, tryCommand } from '../lib/command.mjs'
import { Problem } from '../lib/problem.mjs'
import { inProject } from '../lib/project.mjs'
import { fetchSrtpSources } from './srtpSources.mjs'

/** What the build takes from Debian. */
const buildPackages = [
  'g++',
  'cmake',
  'ninja-build',
  'pkg-config',
  'flatbuffers-compiler',
  'libflatbuffers-dev',
  'libuv1-dev',
  'libssl-dev',
  'libabsl-dev',
]

/** What it takes besides where the sources of libsrtp cannot be had. */
const srtpPackage = 'libsrtp2-dev'

/**
 * @param {object} options
 * @param {string} options.mediasoup folder of the npm package
 * @param {string} options.target where the binary goes
 * @param {(packages: string[]) => Promise<void>} options.requirePackages
 * @param {(text: string) => void} options.say
 */
export async function buildWorker({ mediasoup, target, requirePackages, say }) {
  await requirePackages(buildPackages)
  // In one place, so that a build that was interrupted leaves nothing the next one does not clear away.
  const folder = inProject('node_modules/.cache/mediasoup-worker')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    const srtp = await fetchSrtpSources(folder)
    if (!srtp) {
      say("the sources of libsrtp were not found, so Debian's library is used: forwarding takes more of the processor")
      await requirePackages([srtpPackage])
    }
    say("building from the package's sources, with two cores this takes one to two minutes")
    const options = [`-DMEDIASOUP_DIR=${mediasoup}`, ...(srtp ? [`-DLIBSRTP_DIR=${srtp}`] : [])]
    const joined = await attempt(path.join(folder, 'joined'), options)
    if (joined.output === undefined) {
      copyFileSync(joined.binary, target)
      return
    }
    // Another version of mediasoup may have names that clash when files are joined.
    say('the joined build failed, building file by file (five minutes)')
    const single = await attempt(path.join(folder, 'single'), [...options, '-DMS_UNITY=OFF'])
    if (single.output !== undefined)
      throw new Problem(
        'The media worker could not be built. The last words of the build:',
        lastLines(single.output, 30),
      )
    copyFileSync(single.binary, target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} folder @param {string[]} options
 * @returns {Promise<{ binary: string, output: string | undefined }>} the output of a build that failed
 */
async function attempt(folder, options) {
  const binary = path.join(folder, 'mediasoup-worker')
  const configured = await tryCommand('cmake', ['-G', 'Ninja', '-S', import.meta.dirname, '-B', folder, ...options])
  if (configured.code !== 0) return { binary, output: configured.output }
  const built = await tryCommand('cmake', ['--build', folder])
  return { binary, output: built.code === 0 ? undefined : built.output }
}
