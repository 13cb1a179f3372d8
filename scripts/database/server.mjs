// A database server that DATABASE_URL names: what can be wrong with it, said in words.
import { codeOf, Problem } from '../lib/problem.mjs'
import { withClient } from './roles.mjs'

const OLDEST_VERSION = 15

/**
 * @param {string} url of the owner
 * @returns {Promise<string>} the version of the server
 */
export async function checkServer(url) {
  const where = placeOf(url)
  try {
    const { rows } = await withClient(url, (client) =>
      client.query(
        "select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version",
      ),
    )
    const { major, version } = rows[0]
    if (major < OLDEST_VERSION)
      throw new Problem(`The server at ${where} is PostgreSQL ${version}, but ${OLDEST_VERSION} or later is needed.`)
    return version
  } catch (error) {
    throw reasonOf(error, where) ?? error
  }
}

/** @param {string} url */
function placeOf(url) {
  try {
    const { host, protocol } = new URL(url)
    if (/^postgres(ql)?:$/.test(protocol)) return host
  } catch {
    // Said below.
  }
  throw new Problem('DATABASE_URL must look like postgresql://role:password@host:5432/database.')
}

/** @param {unknown} error @param {string} where */
function reasonOf(error, where) {
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EAI_AGAIN':
      return new Problem(
        `The PostgreSQL server that DATABASE_URL names (${where}) does not answer. Start it, or correct DATABASE_URL.`,
      )
    case '28P01':
    case '28000':
      return new Problem(`The PostgreSQL server at ${where} refuses the role or the password in DATABASE_URL.`)
    case '3D000':
      return new Problem(
        `The database that DATABASE_URL names does not exist on ${where}. Make it with “create database”, then try again.`,
      )
    default:
      return undefined
  }
}

/**
 * The same for the same database only: one that was dropped and made again is another.
 * @param {string} url
 * @returns {Promise<string>}
 */
export async function databaseIdentity(url) {
  const { rows } = await withClient(url, (client) =>
    client.query(`select system_identifier::text || '/' || (select oid from pg_database where datname = current_database()) as identity
      from pg_control_system()`),
  )
  return rows[0].identity
}
