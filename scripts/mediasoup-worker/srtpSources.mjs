// The sources of libsrtp 2 from Debian's own archive, checked by apt as every package is. Nothing of the system's apt
// changes: its lists of sources go to a folder of ours, so that an ordinary user can do this too.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tryCommand } from '../lib/command.mjs'

/**
 * @param {string} folder to work in
 * @returns {Promise<string | undefined>} the folder with the sources, or nothing where they cannot be had
 */
export async function fetchSrtpSources(folder) {
  const sources = path.join(folder, 'sources')
  const list = path.join(folder, 'sources.list')
  mkdirSync(path.join(sources, 'lists/partial'), { recursive: true })
  mkdirSync(path.join(sources, 'cache/archives/partial'), { recursive: true })
  writeFileSync(list, systemSources())
  const options = {
    'Dir::Etc::sourcelist': list,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': path.join(sources, 'lists'),
    'Dir::Cache': path.join(sources, 'cache'),
    'APT::Sandbox::User': '',
    'Acquire::Retries': '1',
    'Acquire::http::Timeout': '20',
  }
  const flags = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  // One of the places may have no sources at all; what counts is whether libsrtp2 is found then.
  for (const args of [['update'], ['source', '--download-only', 'libsrtp2']])
    await tryCommand('apt-get', [...flags, ...args], { cwd: sources, timeout: 120_000 })
  const archive = readdirSync(sources).find((name) => name.includes('.orig.tar.'))
  if (!archive) return undefined
  const { code } = await tryCommand('tar', ['xf', archive], { cwd: sources })
  const unpacked = readdirSync(sources).find((name) => name.startsWith('libsrtp-'))
  return code === 0 && unpacked ? path.join(sources, unpacked) : undefined
}

/** The places that this machine already trusts, asked for sources in place of packages, in apt's one-line form. */
function systemSources() {
  const files = ['/etc/apt/sources.list', ...filesIn('/etc/apt/sources.list.d')]
  return files.map((file) => (file.endsWith('.sources') ? fromDeb822(read(file)) : fromLines(read(file)))).join('\n')
}

/** @param {string} text */
const fromLines = (text) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('deb '))
    .map((line) => line.replace('deb ', 'deb-src '))
    .join('\n')

/** @param {string} text */
export const fromDeb822 = (text) =>
  text
    .split(/\n\s*\n/)
    .flatMap((paragraph) => {
      const field = (/** @type {string} */ name) =>
        new RegExp(`^${name}:(.*)$`, 'im').exec(paragraph)?.[1]?.trim() ?? ''
      const [key, components] = [field('Signed-By'), field('Components')]
      if (!field('Types').split(/\s+/).includes('deb') || field('Enabled') === 'no' || !components) return []
      const option = key ? `[signed-by=${key}] ` : ''
      const suites = field('Suites').split(/\s+/)
      return field('URIs')
        .split(/\s+/)
        .flatMap((uri) => suites.map((suite) => `deb-src ${option}${uri} ${suite} ${components}`))
    })
    .join('\n')

/** @param {string} folder */
function filesIn(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.list') || name.endsWith('.sources'))
      .map((name) => path.join(folder, name))
  } catch {
    return []
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
