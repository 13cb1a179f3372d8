// The npm packages of the lock file. Uses nothing but Node's built-ins: it runs before there are any packages.
import { readFileSync } from 'node:fs'
import { findProgram, tryCommand } from '../lib/command.mjs'
import { Problem } from '../lib/problem.mjs'
import { inProject } from '../lib/project.mjs'
import { hashOf, isStamped, stamp } from '../lib/stamp.mjs'
import { did, upToDate } from '../lib/steps.mjs'

/** @param {(text: string) => void} say */
export async function installDependencies(say) {
  const packages = inProject('node_modules')
  const lock = hashOf([inProject('package-lock.json')], process.arch)
  if (isStamped(packages, lock)) return upToDate()

  say('npm ci, the packages of package-lock.json')
  const [file, ...args] = npm()
  // Install scripts would download binaries from places that a closed network does not reach; the steps after this one
  // make what is needed by themselves.
  const command = [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await tryCommand(file, command)
  if (code !== 0)
    throw new Problem(
      'The npm packages could not be installed. Check that the npm registry can be reached, then run the command again.',
      // npm says first what is wrong, and ends with pages on how to use it.
      output.split('\n').slice(0, 12).join('\n'),
    )
  stamp(packages, lock)
  return did(
    `${Object.keys(JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages).length} packages`,
  )
}

/** @returns {[string, ...string[]]} npm as it was called, else the one on the path */
function npm() {
  const script = process.env.npm_execpath
  if (script?.endsWith('npm-cli.js')) return [process.execPath, script]
  const program = findProgram('npm')
  if (!program) throw new Problem('npm was not found. Install Node.js 20.19 or later together with npm.')
  return [program]
}
