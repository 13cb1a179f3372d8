// Debian packages: root gets them installed, an ordinary user gets a sentence that names them.
import { findProgram, runCommand, tryCommand } from '../lib/command.mjs'
import { Problem } from '../lib/problem.mjs'

const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' }

/**
 * @param {string} purpose what they are for, as in “Building the media worker”
 * @param {string[]} packages
 * @param {(text: string) => void} say
 */
export async function requireSystemPackages(purpose, packages, say) {
  const missing = await missingPackages(packages)
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !findProgram('apt-get'))
    throw new Problem(
      `${purpose} needs packages that are missing here. Ask the administrator of this machine to run, then try again:\n  ${command}`,
    )

  say(`installing ${missing.join(' ')}`)
  const sentence = `${purpose} needs packages that apt could not install. Put apt right, or install them by hand: ${missing.join(' ')}`
  const install = () => tryCommand('apt-get', command.split(' ').slice(1), { env: environment })
  // The lists may be there already, and refreshing them takes half a minute: only when they do not suffice.
  if ((await install()).code === 0) return
  await runCommand(sentence, 'apt-get', ['update'], { env: environment })
  await runCommand(sentence, 'apt-get', command.split(' ').slice(1), { env: environment })
}

/** @param {string[]} packages @returns {Promise<string[]>} */
async function missingPackages(packages) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg fills these in, not JavaScript
  const format = '${Package} ${db:Status-Status}\n'
  const { stdout, missing } = await tryCommand('dpkg-query', ['-W', '-f', format, ...packages])
  if (missing) return []
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return packages.filter((name) => !installed.has(name))
}
